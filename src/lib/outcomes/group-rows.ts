/** Splitting rows by what they are compared on: sex, age group, ursprung, intervention, problematik, provider, period. */

export interface RowGroup<T> {
	readonly value: string;
	readonly rows: readonly T[];
}

export interface GroupedRows<T> {
	/** In the wanted order; values that nobody has are there too, empty. */
	readonly groups: readonly RowGroup<T>[];
	/** Rows that carry no value: counted and shown, never put in a group. */
	readonly missing: readonly T[];
	/** A row may be in several groups ("flera val möjliga"): then groups and shares add up to more than all. */
	readonly isOverlapping: boolean;
}

/**
 * Groups rows by the values each carries, once per value. Values outside the order come last as they are met, so that
 * nothing is lost when a value set has grown.
 */
export function groupRows<T>(
	rows: readonly T[],
	valuesOf: (row: T) => readonly string[],
	order: readonly string[] = []
): GroupedRows<T> {
	const groups = new Map<string, T[]>(order.map((value) => [value, []]));
	const missing: T[] = [];
	let isOverlapping = false;
	for (const row of rows) {
		const values = new Set(valuesOf(row));
		if (values.size === 0) missing.push(row);
		if (values.size > 1) isOverlapping = true;
		for (const value of values) {
			const own = groups.get(value);
			if (own) own.push(row);
			else groups.set(value, [row]);
		}
	}
	return { groups: [...groups].map(([value, own]) => ({ value, rows: own })), missing, isOverlapping };
}
