/** How those followed up differ from those lost, worked out from what may be shown of both. */
import type { CountedShare } from '../change-shares.ts';
import {
	improvedBounds,
	standardisedDifference,
	standardisedShareDifference,
	type ImprovedBounds
} from '../drop-out.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import type { ShownCounts } from './disclose-counts.ts';
import { hidden, mapShown, show, type Shown } from './shown.ts';

/** The standardised difference of what both groups scored before; hidden where one of them is too small to be told of. */
export function discloseBaseline(
	followed: readonly number[],
	lost: readonly number[],
	rule: DisclosureRule
): Shown<number | null> {
	if (Math.min(followed.length, lost.length) < rule.smallestGroup) return hidden;
	return show(standardisedDifference(followed, lost));
}

export interface ShareDifference {
	readonly value: string;
	readonly difference: Shown<number | null>;
}

/**
 * For each group the standardised difference of its share among those followed up and among those lost, from a table whose
 * two columns they are. It holds only numbers that the table shows; a table without its totals gives none.
 */
export function compareShownShares({ all, groups }: ShownCounts): readonly ShareDifference[] {
	const [allFollowed, allLost] = all.cells;
	return groups.map(({ value, cells: [followed, lost] }) => ({
		value,
		difference: combine([followed, lost, allFollowed, allLost], ([a = 0, b = 0, n = 0, m = 0]) =>
			standardisedShareDifference({ count: a, n }, { count: b, n: m })
		)
	}));
}

/** The share improved had none and had all of those lost improved: hidden where one of its numbers is. */
export function boundShownImproved(
	improved: Shown<CountedShare> | undefined,
	pairs: number,
	lost: Shown<CountedShare> | undefined
): Shown<ImprovedBounds> {
	return combine([improved, lost], ([k = 0, m = 0]) => improvedBounds(k, pairs, m));
}

/** Worked out from counts when all of them are shown. */
function combine<T>(
	cells: readonly (Shown<CountedShare> | undefined)[],
	of: (counts: readonly number[]) => T
): Shown<T> {
	const [first] = cells;
	const counts = cells.flatMap((cell) => (cell?.kind === 'shown' ? [cell.value.count] : []));
	return first && counts.length === cells.length ? mapShown(first, () => of(counts)) : hidden;
}
