import { listYearsWithTargets } from '../queries.ts';
import { read } from '#lib/shared/server/read.ts';

/** The years for which the board has decided targets, the latest first. */
export const listTargetYears = read({
	name: 'listTargetYears',
	permission: 'target:read',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly number[]> => listYearsWithTargets(work)
});
