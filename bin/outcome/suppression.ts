import * as v from 'valibot';
import {
	auditOwnSuppression,
	auditSuppression
} from '../../src/lib/outcomes/disclosure/audit-suppression.ts';
import { findTableFault } from '../../src/lib/outcomes/disclosure/count-table.ts';
import { caseOf, count, truth } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const isTable = 'ska vara en lista med lika långa rader av hela tal';
const isPattern = 'ska vara en lista med rader av true och false';

const schema = v.pipe(
	caseOf({
		tab: v.pipe(
			v.array(v.array(count, isTable), isTable),
			v.check((table) => findTableFault(table) === null, isTable)
		),
		published: v.optional(v.array(v.array(truth, isPattern), isPattern)),
		k: v.pipe(count, v.minValue(1, 'ska vara minst 1'))
	}),
	v.check(
		({ tab, published }) =>
			!published ||
			(published.length === tab.length && published.every((row, at) => row.length === tab[at]?.length)),
		'"published" ska ha lika många rader och rutor som "tab"'
	)
);

/**
 * tests/vectors/s_suppression_audit.json. Without `published` the program hides by its own rules and says what. An upper
 * bound that nothing holds back is null.
 */
export const suppression = defineOutcome(
	'vad som går att räkna ut om dolda rutor',
	schema,
	({ tab, published, k }) => ({
		...(published ? auditSuppression({ tab, published, k }) : auditOwnSuppression({ tab, k }))
	})
);
