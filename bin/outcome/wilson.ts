import * as v from 'valibot';
import { clopperPearsonInterval } from '../../src/lib/outcomes/clopper-pearson-interval.ts';
import { wilsonFormula, wilsonInterval } from '../../src/lib/outcomes/wilson-interval.ts';
import { caseOf, count, openShare } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const schema = v.pipe(
	caseOf({ k: count, n: count, level: openShare }),
	v.check(({ k, n }) => k <= n, '"k" ska inte vara större än "n"')
);

/** tests/vectors/f_wilson.json, without Wald and Hmisc's version. */
export const wilson = defineOutcome('en andel med osäkerhet', schema, ({ k, n, level }) => {
	const interval = wilsonInterval(k, n, level);
	const formula = wilsonFormula(k, n, level);
	const exact = clopperPearsonInterval(k, n, level);
	return {
		p: n === 0 ? null : k / n,
		wilson_low: interval?.low ?? null,
		wilson_high: interval?.high ?? null,
		wilson_low_formula: formula?.low ?? null,
		wilson_high_formula: formula?.high ?? null,
		clopper_pearson_low: exact?.low ?? null,
		clopper_pearson_high: exact?.high ?? null
	};
});
