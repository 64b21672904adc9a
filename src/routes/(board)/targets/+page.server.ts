import { mayAct, reachOf } from '#lib/access/permissions.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { isToBeWritten } from '#lib/targets/action-plan.ts';
import { listActionPlans } from '#lib/targets/server/reads/list-action-plans.ts';
import { nameGoals } from '../action-plans/goal-name.server.ts';
import { groupPlans, type PlanRow } from '../action-plans/plan-rows.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listTargetYears } from '#lib/targets/server/reads/list-target-years.ts';
import { assessYear, findYearWithResults } from './assess-year.server.ts';
import { parseBoardQuery } from './board-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const query = parseBoardQuery(url.searchParams);
	if (!query) throw new Problem('invalid-input');
	const years = await fetch(locals.context, listTargetYears, {});
	const mayDecide = locals.actor.kind === 'staff' && locals.actor.roles.includes('follow-up-administrator');
	const shown =
		query.year === undefined
			? await findYearWithResults(locals, years, query.law)
			: await assessYear(locals, query.year, query.law);
	const isOwn = reachOf(locals.actor, 'target:read').kind === 'part';
	const plans = isOwn ? await listPlansToWrite(locals) : [];
	return { plans, view: shown?.view ?? null, laws: shown?.laws ?? [], years, mayDecide, isOwn };
};

/** What the board has asked a provider's own staff to write: first on their first page. */
async function listPlansToWrite(locals: App.Locals): Promise<readonly PlanRow[]> {
	if (!mayAct(locals.actor, 'action-plan:write')) return [];
	const plans = (await fetch(locals.context, listActionPlans, {})).filter(isToBeWritten);
	const nameOf = await nameGoals(locals, plans);
	const today = toLocalDate(locals.context.now());
	return groupPlans(plans, { nameOf, today, isOwn: true }).flatMap(({ rows }) => rows);
}
