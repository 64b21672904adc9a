import { listActionPlanRows, type NamedActionPlan } from '../plans/queries.ts';
import { read } from '#lib/shared/server/read.ts';

/** The board's action plans, the latest first; for a provider's own staff their own. */
export const listActionPlans = read({
	name: 'listActionPlans',
	permission: 'action-plan:read',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly NamedActionPlan[]> =>
		listActionPlanRows(work, work.reach.kind === 'board' ? 'all' : work.reach.providers)
});
