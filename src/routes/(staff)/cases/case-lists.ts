import { matchesNumber } from '#lib/cases/matches-number.ts';
import type { CaseListRow } from '#lib/cases/server/reads/list-cases.ts';
import type { CaseListItem } from '#lib/cases/ui/case-list.ts';

export interface CaseLists {
	readonly open: readonly CaseListItem[];
	readonly closed: readonly CaseListItem[];
}

/** The cases whose number has the text in it, all of them for an empty one: what waits comes first. */
export function toCaseLists(all: readonly CaseListRow[], text: string): CaseLists {
	const found = all.filter((row) => text === '' || matchesNumber(row, text));
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
		open: cases.filter((row) => row.closedOn === null).sort(byWaitingThenNewest),
		closed: cases.filter((row) => row.closedOn !== null)
	};
}

function byWaitingThenNewest(one: CaseListItem, other: CaseListItem): number {
	return other.waiting - one.waiting || other.openedOn.localeCompare(one.openedOn);
}
