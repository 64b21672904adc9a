import * as v from 'valibot';
import { bootstrapMean } from '../../src/lib/outcomes/bootstrap-mean.ts';
import { mean } from '../../src/lib/outcomes/moments.ts';
import { caseOf, number } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const schema = caseOf({ d: v.array(number, 'ska vara en lista med tal') });

/** The same for everybody, so that a figure can be made again. */
const seed = 20_140_101;

/** tests/vectors/a2_bootstrap.json: every resample up to six values, otherwise 10 000 drawn with a fixed seed. */
export const bootstrap = defineOutcome('medelskillnad genom omdragning', schema, ({ d }) => {
	const of = bootstrapMean(d, { seed });
	return {
		n_resamples: of?.resamples ?? null,
		mean: mean(d),
		perc95_low: of?.low ?? null,
		perc95_high: of?.high ?? null,
		se_boot: of?.standardError ?? null
	};
});
