import { ratePerThousand } from '../../src/lib/outcomes/rate-per-thousand.ts';
import { caseOf, count, notNegative } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

/** tests/vectors/k_rates.json. */
export const rates = defineOutcome(
	'antal per 1 000',
	caseOf({ k: count, pop: notNegative }),
	({ k, pop }) => {
		const of = ratePerThousand(k, pop);
		return { rate_per_1000: of?.rate ?? null, low: of?.low ?? null, high: of?.high ?? null };
	}
);
