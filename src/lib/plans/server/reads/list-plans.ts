import { listPlansOfBoard, type PlanRow } from '../queries.ts';
import { read } from '#lib/shared/server/read.ts';

/** The board's follow-up plans with all their versions, and how many cases follow each. */
export const listPlans = read({
	name: 'listPlans',
	permission: 'plan:read',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly PlanRow[]> => listPlansOfBoard(work)
});
