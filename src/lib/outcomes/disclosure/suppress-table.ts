/** Hides small counts in a table, and as much more as it takes that they cannot be worked out. */
import { auditNetwork } from './audit-table.ts';
import {
	findTableFault,
	sumTable,
	type CountTable,
	type HiddenPattern,
	type TableTotals
} from './count-table.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { openCircuit } from './open-circuit.ts';
import { listProtectedNumbers } from './protected-numbers.ts';
import { hidden, show, type Shown } from './shown.ts';
import { toNetwork, toPattern, type TableNetwork } from './table-network.ts';

export type Suppression =
	| { readonly kind: 'pattern'; readonly pattern: HiddenPattern }
	/** Nothing of the table can be shown: too few people in all, or no pattern keeps the secret. */
	| { readonly kind: 'whole-table'; readonly because: 'too-few' | 'cannot-be-protected' };

/** A table as it may be shown: a row per group and a column per category, with totals. */
export interface ShownTable {
	readonly cells: readonly (readonly Shown<number>[])[];
	readonly rowTotals: readonly Shown<number>[];
	readonly columnTotals: readonly Shown<number>[];
	readonly total: Shown<number>;
}

/**
 * Which numbers of a table of people must be hidden: the small ones, those that tell a whole group's category, and the
 * others that would give them away. The same table always gives the same pattern, so that every way out agrees. The
 * pattern has been audited. Throws a RangeError for what is not a table of counts.
 */
export function suppressTable(table: CountTable, rule: DisclosureRule): Suppression {
	const fault = findTableFault(table);
	if (fault) throw new RangeError(`not a table of counts: ${fault}`);
	const { total } = sumTable(table);
	if (total > 0 && total < rule.smallestGroup) return { kind: 'whole-table', because: 'too-few' };
	const network = toNetwork(table);
	const isProtected = protect(network, table, rule);
	return isProtected
		? { kind: 'pattern', pattern: toPattern(network, table) }
		: { kind: 'whole-table', because: 'cannot-be-protected' };
}

/** Hides until the auditor is content. Hiding more never lets the reader know more, so one round over the needs is enough. */
function protect(network: TableNetwork, table: CountTable, rule: DisclosureRule): boolean {
	const needs = listProtectedNumbers(table, network, rule);
	for (const { number } of needs) {
		const arc = network.arcs[number];
		if (arc) arc.hidden = true;
	}
	const hasOpened = needs.every(({ number, mustReach, mustFallTo }) => {
		const count = network.arcs[number]?.count ?? 0;
		return (
			openCircuit(network, { number, direction: 'up', amount: mustReach - count }) &&
			openCircuit(network, { number, direction: 'down', amount: count - mustFallTo })
		);
	});
	return hasOpened && auditNetwork(network, needs).length === 0;
}

/** The table as every way out shows it. Nothing hidden is left in it. */
export function discloseTable(table: CountTable, rule: DisclosureRule): ShownTable {
	const found = suppressTable(table, rule);
	return applyPattern(table, sumTable(table), found.kind === 'pattern' ? found.pattern : null);
}

function applyPattern(table: CountTable, totals: TableTotals, pattern: HiddenPattern | null): ShownTable {
	const pass = (count: number, isHidden: boolean | undefined): Shown<number> =>
		isHidden === false ? show(count) : hidden;
	return {
		cells: table.map((cells, row) =>
			cells.map((count, column) => pass(count, pattern?.cells[row]?.[column]))
		),
		rowTotals: totals.rows.map((count, row) => pass(count, pattern?.rowTotals[row])),
		columnTotals: totals.columns.map((count, column) => pass(count, pattern?.columnTotals[column])),
		total: pass(totals.total, pattern?.total)
	};
}
