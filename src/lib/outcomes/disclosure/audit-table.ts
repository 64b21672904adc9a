/** The auditor: what a reader who can calculate knows about each hidden number, and where that is more than the rule allows. */
import type { CountTable, HiddenPattern } from './count-table.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { findBounds, type Bounds } from './find-bounds.ts';
import { listProtectedNumbers, type ProtectedNumber } from './protected-numbers.ts';
import { toNetwork, type ArcPlace, type TableNetwork } from './table-network.ts';

export interface Breach {
	readonly place: ArcPlace;
	readonly bounds: Bounds;
	readonly what: 'shown' | 'exactly-known' | 'known-to-be-small' | 'known-category';
}

/** Every hidden or protected number that the reader knows too much about; empty when the table is safe. */
export function auditTable(table: CountTable, pattern: HiddenPattern, rule: DisclosureRule): Breach[] {
	const network = toNetwork(table, pattern);
	return auditNetwork(network, listProtectedNumbers(table, network, rule));
}

/** The same for a network whose protected numbers are known. */
export function auditNetwork(network: TableNetwork, wanted: readonly ProtectedNumber[]): Breach[] {
	return network.arcs.flatMap(({ place, hidden }, number): Breach[] => {
		const needs = wanted.filter((need) => need.number === number);
		if (!hidden && needs.length === 0) return [];
		const bounds = findBounds(network, number);
		if (!hidden) return [{ place, bounds, what: 'shown' }];
		if (bounds.min === bounds.max) return [{ place, bounds, what: 'exactly-known' }];
		const broken = needs.find(
			({ mustReach, mustFallTo }) => bounds.max < mustReach || bounds.min > mustFallTo
		);
		if (!broken) return [];
		return [
			{
				place,
				bounds,
				what: broken.because === 'group-in-one-category' ? 'known-category' : 'known-to-be-small'
			}
		];
	});
}
