import * as v from 'valibot';
import { kendallTauB } from '../../src/lib/outcomes/kendall-tau-b.ts';
import { mean, standardDeviation } from '../../src/lib/outcomes/moments.ts';
import { nonoverlap, trendWithin } from '../../src/lib/outcomes/nonoverlap.ts';
import { median } from '../../src/lib/outcomes/quantile.ts';
import { leastSquaresLine, theilSenLine, type TimePoint } from '../../src/lib/outcomes/time-points.ts';
import { caseOf, number, numbersOrNull, text, toDirection, truth } from './inputs.ts';
import { defineOutcome, type OutcomeResult } from './outcome-function.ts';

const schema = v.pipe(
	caseOf({
		time: v.array(number, 'ska vara en lista med dagnummer'),
		y: numbersOrNull,
		phase: v.array(text, 'ska vara en lista med fasnamn'),
		increase_is_better: truth,
		base: text,
		comp: text
	}),
	v.check(
		({ time, y, phase }) => time.length === y.length && phase.length === y.length,
		'"time", "y" och "phase" ska ha lika många platser'
	)
);

/**
 * tests/vectors/e_sced.json, without Tau-U, baseline-corrected Tau, PND and the intervals, which stand on more than daily
 * notes can carry. NAP is given for any number of points here; the platform shows it from five in each phase.
 */
export const sced = defineOutcome('en person mätt många gånger', schema, (input) => {
	const points = input.y.flatMap((value, index) =>
		value === null ? [] : [{ time: input.time[index] ?? NaN, value, phase: input.phase[index] }]
	);
	const base = points.filter(({ phase }) => phase === input.base);
	const comp = points.filter(({ phase }) => phase === input.comp);
	const [a, b] = [base.map(({ value }) => value), comp.map(({ value }) => value)];
	const direction = toDirection(input.increase_is_better);
	const overlap = nonoverlap(a, b, direction);
	const [meanBase, meanComp] = [mean(a), mean(b)];
	const sign = input.increase_is_better ? 1 : -1;
	const both = [...a, ...b];
	return {
		n_base: a.length,
		n_comp: b.length,
		mean_base: meanBase,
		mean_comp: meanComp,
		median_base: median(a),
		median_comp: median(b),
		sd_base: standardDeviation(a),
		sd_comp: standardDeviation(b),
		level_change: meanBase === null || meanComp === null ? null : meanComp - meanBase,
		NAP: overlap?.nap ?? null,
		NAP_pairs: overlap?.nap ?? null,
		Tau: overlap?.tau ?? null,
		S_AB: overlap?.better ?? null,
		S_trendA: trendWithin(a, direction),
		tau_b_phase: kendallTauB(
			both.map((value) => sign * value),
			both.map((_, index) => (index < a.length ? 0 : 1))
		),
		PEM: overlap?.pem ?? null,
		NAP_se_null: overlap?.standardErrorIfNoDifference ?? null,
		ols_base: leastSquares(base),
		ols_comp: leastSquares(comp),
		ols_all_phases: leastSquares(points),
		theil_sen_base: theilSen(base),
		theil_sen_comp: theilSen(comp),
		theil_sen_all_phases: theilSen(points),
		kendall_tau_b_time_base: kendallTauB(
			base.map(({ time }) => time),
			a
		)
	};
});

function leastSquares(points: readonly TimePoint[]): OutcomeResult {
	const line = leastSquaresLine(points);
	return { intercept: line?.intercept ?? null, slope: line?.slope ?? null };
}

function theilSen(points: readonly TimePoint[]): OutcomeResult {
	const line = theilSenLine(points);
	return {
		slope: line?.slope ?? null,
		icpt_median_residual: line?.intercept ?? null,
		icpt_separate: line?.separateIntercept ?? null
	};
}
