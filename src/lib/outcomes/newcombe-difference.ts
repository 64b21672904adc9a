import { wilsonInterval } from './wilson-interval.ts';

export interface Share {
	readonly count: number;
	readonly n: number;
}

export interface ShareDifference {
	/** First share − second share, −1 to 1. */
	readonly difference: number;
	readonly low: number;
	readonly high: number;
}

/**
 * The difference between two groups' shares with the hybrid interval made of both Wilson intervals (Newcombe 1998, method
 * 10; his own example: 56 of 70 and 48 of 80 give .0524 to .3339). Null when a group is empty.
 */
export function newcombeDifference(one: Share, other: Share, confidence = 0.95): ShareDifference | null {
	const first = wilsonInterval(one.count, one.n, confidence);
	const second = wilsonInterval(other.count, other.n, confidence);
	if (first === null || second === null) return null;
	const [p, q] = [one.count / one.n, other.count / other.n];
	return {
		difference: p - q,
		low: p - q - Math.hypot(p - first.low, second.high - q),
		high: p - q + Math.hypot(first.high - p, q - second.low)
	};
}
