/** How many have improved, are unchanged and have worsened: the worse shown as prominently as the better. */
import type { Scale } from '#lib/instruments/instrument.ts';
import type { ScorePair } from './match-pairs.ts';
import { reliableChange } from './reliable-change.ts';
import { wilsonInterval, type ShareInterval } from './wilson-interval.ts';

/** What counts as a change: decided before the figures are seen, and said beside them. */
export type ChangeCriterion =
	| { readonly kind: 'reliable'; readonly standardDeviation: number; readonly reliability: number }
	/** Points, above 0. */
	| { readonly kind: 'minimum-change'; readonly points: number }
	| { readonly kind: 'any-point' };

export interface CountedShare {
	readonly count: number;
	/** 0–1; null without pairs. */
	readonly share: number | null;
	/** 95 % Wilson interval; null without pairs. */
	readonly interval: ShareInterval | null;
}

export interface ChangeShares {
	readonly criterion: ChangeCriterion;
	readonly improved: CountedShare;
	readonly unchanged: CountedShare;
	readonly worsened: CountedShare;
}

interface Input {
	readonly pairs: readonly ScorePair[];
	readonly direction: Scale['direction'];
	readonly criterion: ChangeCriterion;
}

/**
 * Counts each pair once. With a criterion of points, exactly that many is a change; with the reliable change index it must
 * be exceeded. Null when the index has no usable SD and reliability: then nobody can be counted by it.
 */
export function countChanges({ pairs, direction, criterion }: Input): ChangeShares | null {
	const judged = pairs.map((pair) => judge(pair, direction, criterion));
	if (judged.includes(null)) return null;
	const count = (verdict: ReturnType<typeof judge>): CountedShare =>
		shareOf(judged.filter((one) => one === verdict).length, pairs.length);
	return { criterion, improved: count('better'), unchanged: count('unchanged'), worsened: count('worse') };
}

/** A count as a share of n with its interval. */
export function shareOf(count: number, n: number): CountedShare {
	return { count, share: n === 0 ? null : count / n, interval: wilsonInterval(count, n) };
}

function judge(
	{ before, after }: ScorePair,
	direction: Scale['direction'],
	criterion: ChangeCriterion
): 'better' | 'worse' | 'unchanged' | null {
	if (criterion.kind === 'reliable') {
		const verdict = reliableChange({ before, after, direction, parameters: criterion })?.verdict;
		if (verdict === undefined) return null;
		return verdict === 'reliably-better' ? 'better' : verdict === 'reliably-worse' ? 'worse' : 'unchanged';
	}
	const improvement = direction === 'higher-better' ? after - before : before - after;
	const needed = criterion.kind === 'minimum-change' ? criterion.points : Number.MIN_VALUE;
	if (improvement >= needed) return 'better';
	return -improvement >= needed ? 'worse' : 'unchanged';
}
