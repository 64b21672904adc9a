/** Chance that is the same every time, for made-up people: the demo has the same figures on every machine. */
import { seededRandom } from '../../../src/lib/outcomes/seeded-random.ts';

export interface Chance {
	/** Between 0 and 1. */
	next(): number;
	/** True with the probability. */
	happens(probability: number): boolean;
	/** A whole number, both ends included. */
	between(lowest: number, highest: number): number;
	/** Normally distributed (Box & Muller 1958). */
	normal(mean: number, deviation: number): number;
	/** One of them, each as often as its weight says. */
	pick<T>(weights: readonly (readonly [T, number])[]): T;
}

export function makeChance(seed: number): Chance {
	const next = seededRandom(seed);
	return {
		next,
		happens: (probability) => next() < probability,
		between: (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1)),
		normal: (mean, deviation) =>
			mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
		pick<T>(weights: readonly (readonly [T, number])[]): T {
			const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
			let left = next() * total;
			for (const [value, weight] of weights) {
				left -= weight;
				if (left < 0) return value;
			}
			const last = weights.at(-1);
			if (!last) throw new Error('Nothing to choose from.');
			return last[0];
		}
	};
}
