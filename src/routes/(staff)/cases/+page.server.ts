import { mayAct } from '#lib/access/permissions.ts';
import { matchesNumber } from '#lib/cases/matches-number.ts';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { requireKnownQuery } from '#lib/shared/known-query.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	// The case number is all that is searched here: 15 § förordning (2001:637).
	requireKnownQuery(url.searchParams, ['q']);
	const query = (url.searchParams.get('q') ?? '').trim();
	const all = await fetch(locals.context, listCases, {});
	const found = all.filter((row) => query === '' || matchesNumber(row, query));
	const cases = found.map((row) => ({
		href: `/cases/${row.id}`,
		caseNumber: row.caseNumber,
		clientNumber: row.clientNumber,
		concern: row.concern,
		openedOn: row.openedOn,
		closedOn: row.closedOn,
		waiting: row.waiting,
		answered: row.answered
	}));
	return {
		query,
		mayOpen: mayAct(locals.actor, 'case:open'),
		hasAny: all.length > 0,
		open: cases.filter((row) => row.closedOn === null).sort(byWaitingThenNewest),
		closed: cases.filter((row) => row.closedOn !== null)
	};
};

interface Sortable {
	readonly waiting: number;
	readonly openedOn: string;
}

function byWaitingThenNewest(one: Sortable, other: Sortable): number {
	return other.waiting - one.waiting || other.openedOn.localeCompare(one.openedOn);
}
