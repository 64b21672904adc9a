import { findAssessment } from '../information/queries.ts';
import type { AssessmentReference } from '../../assessment.ts';
import { read } from '#lib/shared/server/read.ts';

/** Where the board's impact assessment is found, or null. */
export const boardAssessment = read({
	name: 'boardAssessment',
	permission: 'information:write',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<AssessmentReference | null> => findAssessment(work)
});
