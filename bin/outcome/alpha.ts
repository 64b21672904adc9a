import * as v from 'valibot';
import { cronbachAlpha } from '../../src/lib/outcomes/cronbach-alpha.ts';
import { caseOf, numbersOrNull } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const rows = v.pipe(
	v.array(numbersOrNull, 'ska vara en lista med rader, en per svarande'),
	v.check((all) => (all[0]?.length ?? 0) > 0, 'ska ha minst en rad med minst en fråga'),
	v.check((all) => all.every((row) => row.length === all[0]?.length), 'ska ha lika många frågor i varje rad')
);

/** tests/vectors/b_alpha.json, without what other programs' own versions are called. */
export const alpha = defineOutcome('Cronbachs alfa', caseOf({ X: rows }), ({ X }) => {
	const of = cronbachAlpha(X);
	return {
		n_rows: of.rows,
		n_complete: of.complete,
		k_items: of.items,
		alpha_listwise: of.alpha,
		alpha_std_listwise: of.standardisedAlpha,
		alpha_ci95_feldt_low: of.interval?.low ?? null,
		alpha_ci95_feldt_high: of.interval?.high ?? null,
		alpha_if_item_dropped: of.alphaIfDropped,
		item_rest_r: of.itemRest,
		sem: of.standardErrorOfMeasurement,
		sd_total: of.totalStandardDeviation
	};
});
