import * as v from 'valibot';
import { meanInterval, summariseGroup } from '../../src/lib/outcomes/mean-interval.ts';
import { roundHalfAwayFromZero } from '../../src/lib/shared/decimal.ts';
import { doesOneStepFlip, isTargetMet } from '../../src/lib/targets/rule.ts';
import type { Comparison } from '../../src/lib/targets/target.ts';
import { caseOf, number } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const isWhole = 'ska vara ett helt tal eller null';
const answers = v.array(
	v.nullable(v.pipe(v.number(isWhole), v.safeInteger(isWhole))),
	'ska vara en lista med hela tal eller null'
);

/** tests/vectors/h_target.json: the board's rule and what the answers can tell, beside each other. */
export const target = defineOutcome(
	'medelvärde mot målpoäng',
	caseOf({ answers, target: number }),
	(input) => {
		const values = input.answers.filter((answer) => answer !== null);
		const group = summariseGroup(values.map((value) => ({ value, count: 1 })));
		const thousandths = Math.round(input.target * 1000);
		const rule = (comparison: Comparison) => ({ ...group, target: { thousandths, comparison } });
		const interval = meanInterval(group);
		const ends = interval.kind === 'interval' ? interval : null;
		const ifAny = <T>(of: () => T): T | null => (group.n === 0 ? null : of());
		return {
			n_answers: group.n,
			n_item_missing: input.answers.length - group.n,
			sum: group.sum,
			mean: group.mean,
			sd: group.standardDeviation,
			ci95_low: ends?.low ?? null,
			ci95_high: ends?.high ?? null,
			mean_rounded_2: roundHalfAwayFromZero(group.sum, group.n, 2),
			rule_met_unrounded: ifAny(() => isTargetMet(rule('unrounded'))),
			rule_met_rounded_2: ifAny(() => isTargetMet(rule('rounded-2'))),
			margin: group.mean === null ? null : group.mean - input.target,
			separated: ends === null ? null : position(ends, input.target),
			one_step_flips_rule: ifAny(() => doesOneStepFlip(rule('unrounded')))
		};
	}
);

function position(
	{ low, high }: { readonly low: number; readonly high: number },
	wanted: number
): 'above' | 'below' | 'not_separated' {
	if (low > wanted) return 'above';
	return high < wanted ? 'below' : 'not_separated';
}
