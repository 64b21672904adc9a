import { listSurveysOfBoard } from '../queries.ts';
import type { Survey } from '../../survey.ts';
import { read } from '#lib/shared/server/read.ts';

/** The board's surveys, the newest first. */
export const listSurveys = read({
	name: 'listSurveys',
	permission: 'survey:read',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly Survey[]> => listSurveysOfBoard(work)
});
