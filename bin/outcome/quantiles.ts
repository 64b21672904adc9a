import { mean, standardDeviation } from '../../src/lib/outcomes/moments.ts';
import { median, quantile } from '../../src/lib/outcomes/quantile.ts';
import { caseOf, numbersOrNull } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const shares = { p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 } as const;

/** tests/vectors/g_quantiles.json. Types 6 and 2 are there to explain other programs' quartiles. */
export const quantiles = defineOutcome('median och kvartiler', caseOf({ x: numbersOrNull }), ({ x }) => {
	const values = x.filter((value) => value !== null);
	const [lower, upper] = [quantile(values, 0.25), quantile(values, 0.75)];
	return {
		n: values.length,
		mean: mean(values),
		median: median(values),
		sd: standardDeviation(values),
		min: quantile(values, 0),
		max: quantile(values, 1),
		q_type7: Object.fromEntries(
			Object.entries(shares).map(([name, share]) => [name, quantile(values, share)])
		),
		iqr_type7: lower === null || upper === null ? null : upper - lower,
		q25_type6: quantile(values, 0.25, 6),
		q25_type2: quantile(values, 0.25, 2)
	};
});
