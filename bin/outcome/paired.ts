import * as v from 'valibot';
import { noncentralityInterval } from '../../src/lib/outcomes/noncentral-t.ts';
import { differenceInterval, summarisePairs } from '../../src/lib/outcomes/summarise-pairs.ts';
import type { GroupChange } from '../../src/lib/outcomes/summarise-pairs.ts';
import type { CountedShare } from '../../src/lib/outcomes/change-shares.ts';
import { caseOf, number, numbersOrNull, toDirection, truth } from './inputs.ts';
import { defineOutcome, type OutcomeResult } from './outcome-function.ts';

const schema = v.pipe(
	caseOf({
		pre: numbersOrNull,
		post: numbersOrNull,
		higher_is_better: truth,
		min_change: v.pipe(number, v.gtValue(0, 'ska vara större än 0'))
	}),
	v.check(({ pre, post }) => pre.length === post.length, '"pre" och "post" ska ha lika många platser')
);

/** tests/vectors/a_paired.json, without the unpaired means and the p value, which are never shown. */
export const paired = defineOutcome('före och efter för en grupp', schema, (input) => {
	const rows = input.pre.map((before, index) => ({ before, after: input.post[index] ?? null }));
	const direction = toDirection(input.higher_is_better);
	const criterion = { kind: 'minimum-change', points: input.min_change } as const;
	const change = summarisePairs({ rows, direction, criterion });
	const differences = rows.flatMap(({ before, after }) =>
		before === null || after === null ? [] : [after - before]
	);
	const sign = input.higher_is_better ? 1 : -1;
	const { counts, before, after, difference, percentChangeOfMeans: percent } = change;
	return {
		n_rows: rows.length,
		n_pairs: counts.pairs,
		n_pre_only: counts.onlyBefore,
		n_post_only: counts.onlyAfter,
		n_neither: counts.neither,
		mean_pre: before.mean,
		mean_post: after.mean,
		sd_pre: before.standardDeviation,
		sd_post: after.standardDeviation,
		median_pre: before.median,
		median_post: after.median,
		mean_diff: difference.mean,
		sd_diff: difference.standardDeviation,
		se_diff: difference.standardError,
		median_diff: difference.median,
		t: difference.t,
		df: difference.degreesOfFreedom,
		...intervalKeys('ci95', change.interval),
		...intervalKeys('ci90', differenceInterval(differences, 0.9)),
		mean_improvement: difference.improvement,
		r_pre_post: change.correlation,
		pct_change_of_means: percent,
		pct_improvement_of_means: percent === null ? null : sign * percent,
		...standardisedKeys(change),
		...shareKeys('improved', change.shares?.improved),
		...shareKeys('unchanged', change.shares?.unchanged),
		...shareKeys('worsened', change.shares?.worsened)
	};
});

function intervalKeys(name: string, interval: GroupChange['interval']): OutcomeResult {
	const [low, high] = interval.kind === 'interval' ? [interval.low, interval.high] : [null, null];
	return { [`${name}_low`]: low, [`${name}_high`]: high };
}

function standardisedKeys({ standardised: of, difference, counts }: GroupChange): OutcomeResult {
	const noncentrality =
		difference.t === null || difference.degreesOfFreedom === null
			? null
			: noncentralityInterval(difference.t, difference.degreesOfFreedom);
	const toDz = (end: number | undefined): number | null =>
		end === undefined ? null : end / Math.sqrt(counts.pairs);
	return {
		dz: of.dz,
		dz_ci_low: toDz(noncentrality?.low),
		dz_ci_high: toDz(noncentrality?.high),
		dav: of.dav,
		dav_lakens: of.davOfMeanSd,
		d_pre: of.ofBeforeSd,
		drm: of.drm,
		J_exact: of.correction,
		J_approx: of.correctionApproximate,
		gz: of.gz,
		gav: of.gav,
		gav_approx: of.gavApproximate
	};
}

function shareKeys(name: string, counted: CountedShare | undefined): OutcomeResult {
	return {
		[`n_${name}`]: counted?.count ?? null,
		[`share_${name}`]: counted?.share ?? null,
		[`wilson_${name}`]: [counted?.interval?.low ?? null, counted?.interval?.high ?? null]
	};
}
