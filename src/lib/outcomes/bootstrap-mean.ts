/** A second look at the interval for a mean: what it would be had other persons, alike those measured, been measured. */
import { mean, standardDeviation, total } from './moments.ts';
import { quantile } from './quantile.ts';
import { seededRandom } from './seeded-random.ts';

export interface BootstrapMean {
	readonly resamples: number;
	/** Whether every possible resample was made, so that no chance is left in the figures. */
	readonly isExact: boolean;
	/** 2.5 and 97.5 per cent of the resampled means, type 7. */
	readonly low: number;
	readonly high: number;
	readonly standardError: number;
}

/** Up to this many values every resample is made: 6⁶ = 46 656. */
const mostValuesEnumerated = 6;

/**
 * The percentile interval for the mean of the values (persons' differences), by drawing as many again with replacement
 * (Efron 1979). The seed is stored with the report. Null without values.
 */
export function bootstrapMean(
	values: readonly number[],
	{ seed, resamples = 10_000 }: { readonly seed: number; readonly resamples?: number }
): BootstrapMean | null {
	if (values.length === 0) return null;
	const isExact = values.length <= mostValuesEnumerated;
	const means = isExact ? everyMean(values) : drawnMeans(values, resamples, seededRandom(seed));
	const low = quantile(means, 0.025);
	const high = quantile(means, 0.975);
	if (low === null || high === null) return null;
	return { resamples: means.length, isExact, low, high, standardError: populationSd(means) };
}

function everyMean(values: readonly number[]): number[] {
	let sums = [0];
	for (let drawn = 0; drawn < values.length; drawn += 1) {
		sums = sums.flatMap((sum) => values.map((value) => sum + value));
	}
	return sums.map((sum) => sum / values.length);
}

function drawnMeans(values: readonly number[], resamples: number, random: () => number): number[] {
	return Array.from({ length: resamples }, () => {
		const drawn = values.map(() => values[Math.floor(random() * values.length)] ?? NaN);
		return total(drawn) / values.length;
	});
}

/** All resamples are known, so they are not a sample of anything: n in the denominator. */
function populationSd(means: readonly number[]): number {
	const spread = standardDeviation(means) ?? 0;
	return mean(means) === null ? 0 : spread * Math.sqrt((means.length - 1) / means.length);
}
