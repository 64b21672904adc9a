import { reachOf } from '#lib/access/permissions.ts';
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
	return { view: shown?.view ?? null, laws: shown?.laws ?? [], years, mayDecide, isOwn };
};
