import { inTimeOrder, type Measured } from './in-time-order.ts';

export interface Pair<T> {
	readonly before: T;
	readonly after: T;
}

/**
 * The two measurements that are set side by side: the first made before the intervention (or, when there is none, the
 * first of all) and the latest one made later with another occasion. Null when there is nothing to compare: two
 * measurements before the same intervention are no follow-up. Expects one respondent's measurements with one instrument.
 */
export function choosePair<T extends Measured>(measurements: readonly T[]): Pair<T> | null {
	const inOrder = measurements.toSorted(inTimeOrder);
	const before = inOrder.find(({ occasion }) => occasion === 'before') ?? inOrder[0];
	if (!before) return null;
	const after = inOrder.findLast(
		(candidate) =>
			candidate !== before && candidate.occasion !== 'before' && candidate.answeredOn >= before.answeredOn
	);
	return after ? { before, after } : null;
}
