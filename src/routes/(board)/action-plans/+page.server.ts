import { reachOf } from '#lib/access/permissions.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listActionPlans } from '#lib/targets/server/reads/list-action-plans.ts';
import { nameGoals } from './goal-name.server.ts';
import { groupPlans } from './plan-rows.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const plans = await fetch(locals.context, listActionPlans, {});
	const isOwn = reachOf(locals.actor, 'action-plan:read').kind === 'part';
	const nameOf = await nameGoals(locals, plans);
	return { groups: groupPlans(plans, { nameOf, today: toLocalDate(locals.context.now()), isOwn }), isOwn };
};
