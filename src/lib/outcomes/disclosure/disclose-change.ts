/** A group's change from before to after, as it may be shown, with its parts beside it. */
import { assessGroupChange, type GroupChangeAssessment } from '../assess-group-change.ts';
import { shareOf, type ChangeCriterion, type CountedShare } from '../change-shares.ts';
import { summarisePairs } from '../summarise-pairs.ts';
import type { Scale } from '#lib/instruments/instrument.ts';
import { chooseGroups } from './choose-groups.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { hidden, mapShown, show, type Shown } from './shown.ts';
import { discloseTable, type ShownTable } from './suppress-table.ts';

export interface KeyedPair {
	readonly key: number;
	readonly before: number | null;
	readonly after: number | null;
	/** The groups that the person or intervention is in. */
	readonly groups: readonly string[];
}

type ShownAssessment = Extract<GroupChangeAssessment, { readonly kind: 'shown' }>;

export interface ShownChange {
	readonly value: string;
	readonly pairs: number;
	/** Means, medians and quartiles, difference and interval: nothing of a single person. */
	readonly assessment: Omit<ShownAssessment, 'counts' | 'shares'>;
	/**
	 * Better, the same and worse; or better, and the same or worse together where the parts are too small. Null where nobody
	 * can be judged.
	 */
	readonly shares: readonly Shown<CountedShare>[] | null;
}

export interface DisclosedChange {
	readonly all: Shown<ShownChange>;
	/** In the given order. */
	readonly groups: readonly { readonly value: string; readonly change: Shown<ShownChange> }[];
	/** Three: better, the same, worse. Two: better, and the same or worse. */
	readonly parts: 2 | 3;
	/** Measured before only, after only, and neither. */
	readonly unpaired: readonly [Shown<number>, Shown<number>, Shown<number>];
}

interface Input {
	readonly rows: readonly KeyedPair[];
	readonly order: readonly string[];
	readonly direction: Scale['direction'];
	readonly criterion: ChangeCriterion;
}

/** Everybody's change and each group's, where the pairs are enough and no group is what is left of two others. */
export function discloseChange(
	{ rows, order, direction, criterion }: Input,
	rule: DisclosureRule
): DisclosedChange {
	const sum = (of: readonly KeyedPair[]) => summarisePairs({ rows: of, direction, criterion });
	const paired = rows.filter(({ before, after }) => before !== null && after !== null);
	const keysOf = (of: readonly KeyedPair[]): Set<number> => new Set(of.map(({ key }) => key));
	const inGroup = (value: string) => paired.filter(({ groups }) => groups.includes(value));
	const candidates = order.map((value) => ({ value, members: keysOf(inGroup(value)) }));
	const everybody = keysOf(paired);
	const chosen = chooseGroups(everybody, candidates, rule);
	const isOverlapping = rows.some(({ groups }) => groups.length > 1);
	const shownValues = order.filter((value) => chosen.has(value));
	const rest = paired.filter(({ groups }) => !groups.some((value) => chosen.has(value)));
	const wholes = shownValues.map(inGroup);
	// Where somebody is in several groups the parts are no table: then only everybody is divided into better and worse.
	const isTable = wholes.length > 0 && !isOverlapping;
	const tableRows = isTable ? [...wholes, ...(rest.length > 0 ? [rest] : [])] : [paired];
	const table = discloseVerdicts(
		tableRows.map((of) => countVerdicts(sum(of).shares)),
		rule
	);
	const parts = table.columnTotals.length === 2 ? 2 : 3;
	const make = (
		value: string,
		of: readonly KeyedPair[],
		cells: readonly Shown<number>[] | undefined
	): Shown<ShownChange> => {
		const change = sum(of);
		const assessed = assessGroupChange(change);
		if (of.length < rule.smallestGroup || assessed.kind !== 'shown') return hidden;
		const isAllAlike = assessed.before.standardDeviation === 0 || assessed.after.standardDeviation === 0;
		if (isAllAlike && of.length < rule.smallestKnownGroup) return hidden;
		const { counts: _counts, shares: _shares, ...assessment } = assessed;
		const share = (cell: Shown<number>): Shown<CountedShare> =>
			mapShown(cell, (count) => shareOf(count, of.length));
		return show({
			value,
			pairs: of.length,
			assessment,
			shares: change.shares && cells ? cells.map(share) : null
		});
	};
	return {
		all: make('', paired, table.columnTotals),
		groups: order.map((value) => {
			const row = shownValues.indexOf(value);
			if (row === -1) return { value, change: hidden };
			return { value, change: make(value, wholes[row] ?? [], isTable ? table.cells[row] : undefined) };
		}),
		parts,
		unpaired: discloseUnpaired(sum(rows).counts, rule)
	};
}

function countVerdicts(shares: ReturnType<typeof summarisePairs>['shares']): number[] {
	return [shares?.improved.count ?? 0, shares?.unchanged.count ?? 0, shares?.worsened.count ?? 0];
}

/**
 * Where few are the same or few are worse, both would be hidden, and only the better be seen. Then they stand together: what
 * has not become better is never left out.
 */
function discloseVerdicts(counts: readonly (readonly number[])[], rule: DisclosureRule): ShownTable {
	const inThree = discloseTable(counts, rule);
	if (inThree.columnTotals.every(({ kind }) => kind === 'shown')) return inThree;
	return discloseTable(
		counts.map(([better = 0, same = 0, worse = 0]) => [better, same + worse]),
		rule
	);
}

/** The number of pairs is shown beside them, so where it would have to be hidden too, none of the others is shown. */
function discloseUnpaired(
	counts: ReturnType<typeof summarisePairs>['counts'],
	rule: DisclosureRule
): DisclosedChange['unpaired'] {
	const { pairs, onlyBefore, onlyAfter, neither } = counts;
	const { cells } = discloseTable([[pairs, onlyBefore, onlyAfter, neither]], rule);
	const [ofPairs, ...others] = cells[0] ?? [];
	if (ofPairs?.kind !== 'shown') return [hidden, hidden, hidden];
	const [before = hidden, after = hidden, none = hidden] = others;
	return [before, after, none];
}
