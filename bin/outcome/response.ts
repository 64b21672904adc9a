import { responseRates } from '../../src/lib/outcomes/response-rates.ts';
import { caseOf, count, share } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const schema = caseOf({ I: count, P: count, R: count, NC: count, O: count, UH: count, UO: count, e: share });

/** tests/vectors/j_response.json, without RR5 and RR6, which leave the unknown out. */
export const response = defineOutcome('svarsfrekvens', schema, (input) => {
	const rates = responseRates(
		{
			complete: input.I,
			partial: input.P,
			refused: input.R,
			notReached: input.NC,
			other: input.O,
			unknownEligibility: input.UH + input.UO
		},
		input.e
	);
	return {
		RR1: rates.rr1,
		RR2: rates.rr2,
		RR3: rates.rr3,
		RR4: rates.rr4,
		bortfall_RR2: rates.nonResponse
	};
});
