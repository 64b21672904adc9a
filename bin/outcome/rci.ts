import * as v from 'valibot';
import { clinicalCategory, clinicalCutOffs } from '../../src/lib/outcomes/clinical-cut-offs.ts';
import { reliableChange } from '../../src/lib/outcomes/reliable-change.ts';
import { caseOf, notNegative, number, numberOrNull, toDirection, truth } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const spreadOrNull = v.nullable(notNegative);

const schema = caseOf({
	pre: number,
	post: number,
	sd_ref: spreadOrNull,
	reliability: numberOrNull,
	higher_is_better: truth,
	mean_clin: numberOrNull,
	sd_clin: spreadOrNull,
	mean_func: numberOrNull,
	sd_func: spreadOrNull,
	z: v.pipe(number, v.gtValue(0, 'ska vara större än 0'))
});

const verdicts = {
	'reliably-better': 'improved',
	'reliably-worse': 'worsened',
	'not-reliable': 'no_reliable_change'
} as const;

/** tests/vectors/c_rci.json. */
export const rci = defineOutcome('säker förändring för en person', schema, (input) => {
	const direction = toDirection(input.higher_is_better);
	const pair = { before: input.pre, after: input.post };
	const cutOffs = clinicalCutOffs(
		{
			clinical: norms(input.mean_clin, input.sd_clin),
			functional: norms(input.mean_func, input.sd_func)
		},
		direction
	);
	const parameters = {
		standardDeviation: input.sd_ref ?? NaN,
		reliability: input.reliability ?? NaN
	};
	const change = reliableChange({ ...pair, direction, parameters, z: input.z });
	// The standard errors exist for any SD and a reliability up to 1, also where no verdict may rest on them.
	const error = parameters.standardDeviation * Math.sqrt(1 - parameters.reliability);
	const category = change ? clinicalCategory(pair, change.verdict, cutOffs.c, direction) : null;
	return {
		se_measurement: Number.isNaN(error) ? null : error,
		s_diff: Number.isNaN(error) ? null : Math.SQRT2 * error,
		rci: change?.index ?? null,
		threshold_points: change?.thresholdPoints ?? null,
		threshold_whole_points: change?.thresholdWholePoints ?? null,
		reliable: change ? verdicts[change.verdict] : null,
		cutoff_a: cutOffs.a,
		cutoff_b: cutOffs.b,
		cutoff_c: cutOffs.c,
		category_c: category === 'no-reliable-change' ? 'no_reliable_change' : category
	};
});

function norms(
	mean: number | null,
	standardDeviation: number | null
): { mean: number; standardDeviation: number } | null {
	return mean === null || standardDeviation === null ? null : { mean, standardDeviation };
}
