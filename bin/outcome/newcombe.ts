import * as v from 'valibot';
import { newcombeDifference } from '../../src/lib/outcomes/newcombe-difference.ts';
import { caseOf, count } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const schema = v.pipe(
	caseOf({ k1: count, n1: count, k2: count, n2: count }),
	v.check(({ k1, n1, k2, n2 }) => k1 <= n1 && k2 <= n2, '"k1" och "k2" ska inte vara större än "n1" och "n2"')
);

/** tests/vectors/f2_newcombe_diff.json. */
export const newcombe = defineOutcome('skillnad mellan två andelar', schema, ({ k1, n1, k2, n2 }) => {
	const of = newcombeDifference({ count: k1, n: n1 }, { count: k2, n: n2 });
	return { diff: of?.difference ?? null, low: of?.low ?? null, high: of?.high ?? null };
});
