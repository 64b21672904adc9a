import * as v from 'valibot';
import {
	improvedBounds,
	standardisedDifference,
	standardisedShareDifference,
	welchInterval
} from '../../src/lib/outcomes/drop-out.ts';
import { mean } from '../../src/lib/outcomes/moments.ts';
import { caseOf, count, number } from './inputs.ts';
import { defineOutcome, type OutcomeResult } from './outcome-function.ts';

const values = v.array(number, 'ska vara en lista med tal');

const meanCase = v.pipe(
	caseOf({ followed: values, lost: values, k_improved: count, n_pairs: count, n_lost_total: count }),
	v.check(
		({ k_improved, n_pairs }) => k_improved <= n_pairs,
		'"k_improved" ska inte vara större än "n_pairs"'
	)
);

const shareCase = v.pipe(
	caseOf({ k1: count, n1: count, k2: count, n2: count }),
	v.check(({ k1, n1, k2, n2 }) => k1 <= n1 && k2 <= n2, '"k1" och "k2" ska inte vara större än "n1" och "n2"')
);

type Case = v.InferOutput<typeof meanCase> | v.InferOutput<typeof shareCase>;

const schema: v.GenericSchema<unknown, Case> = v.lazy((input) =>
	typeof input === 'object' && input !== null && 'k1' in input ? shareCase : meanCase
);

/** tests/vectors/n_dropout.json and, for cases with k1, n1, k2, n2, n2_dropout_share.json. */
export const dropout = defineOutcome('de som följts upp mot de som fallit bort', schema, (input) => {
	if ('k1' in input) {
		const { k1, n1, k2, n2 } = input;
		return { smd_share: standardisedShareDifference({ count: k1, n: n1 }, { count: k2, n: n2 }) };
	}
	return compareMeans(input);
});

function compareMeans(input: v.InferOutput<typeof meanCase>): OutcomeResult {
	const { followed, lost } = input;
	const all = followed.length + lost.length;
	const welch = welchInterval(followed, lost);
	const bounds = improvedBounds(input.k_improved, input.n_pairs, input.n_lost_total);
	return {
		n_followed: followed.length,
		n_lost: lost.length,
		share_lost: all === 0 ? null : lost.length / all,
		mean_followed: mean(followed),
		mean_lost: mean(lost),
		smd: standardisedDifference(followed, lost),
		diff_ci95_welch_low: welch?.low ?? null,
		diff_ci95_welch_high: welch?.high ?? null,
		share_improved_observed: bounds.observed,
		share_if_all_lost_not_improved: bounds.lowest,
		share_if_all_lost_improved: bounds.highest
	};
}
