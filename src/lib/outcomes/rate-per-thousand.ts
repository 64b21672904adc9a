import { gammaQuantile } from './distributions.ts';

export interface RatePerThousand {
	readonly rate: number;
	readonly low: number;
	readonly high: number;
}

/**
 * Cases per 1 000 of a population, with the exact Poisson interval (Garwood 1936). Children and reports are counted apart: a
 * child reported twice is one child and two reports. Null when the population is 0.
 */
export function ratePerThousand(
	cases: number,
	population: number,
	confidence = 0.95
): RatePerThousand | null {
	if (population === 0) return null;
	const tail = (1 - confidence) / 2;
	const low = cases === 0 ? 0 : gammaQuantile(tail, cases);
	const high = gammaQuantile(1 - tail, cases + 1);
	return {
		rate: (1000 * cases) / population,
		low: (1000 * low) / population,
		high: (1000 * high) / population
	};
}
