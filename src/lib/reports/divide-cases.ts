/** How the cases of a figure are divided, so that those whose group is not known cannot be had by subtraction. */
import type { MaterialCase } from './material.ts';
import { groupValuesOf, orderOf, type ReportGrouping } from './report-groups.ts';

export interface Division {
	readonly by: ReportGrouping | null;
	/** The groups that there are, in the order they are shown; empty where nothing is divided. */
	readonly order: readonly string[];
	/** The group that the few whose group is not known are counted in; null where they are none or enough by themselves. */
	readonly withUnknown: string | null;
	readonly isOverlapping: boolean;
	groupsOf(one: MaterialCase): readonly string[];
}

/**
 * Divides the rows that a figure rests on. Fewer than `smallestGroup` without a group would be everybody less the groups:
 * they are counted in the largest group, which says so.
 */
export function divideCases(
	rows: readonly MaterialCase[],
	by: ReportGrouping | null,
	smallestGroup: number
): Division {
	if (by === null) {
		return { by, order: [], withUnknown: null, isOverlapping: false, groupsOf: () => [] };
	}
	const own = (one: MaterialCase): readonly string[] => {
		const values = groupValuesOf(one, by);
		// Of several interventions the first, so that none counts twice.
		return by === 'provider' || by === 'intervention' ? values.slice(0, 1) : values;
	};
	const found = new Map<string, number>();
	for (const value of rows.flatMap(own)) found.set(value, (found.get(value) ?? 0) + 1);
	const unknown = rows.filter((one) => own(one).length === 0).length;
	const [largest] = [...found].toSorted(([, a], [, b]) => b - a);
	const withUnknown = unknown > 0 && unknown < smallestGroup ? (largest?.[0] ?? null) : null;
	return {
		by,
		order: orderOf(rows, by).filter((value) => found.has(value)),
		withUnknown,
		isOverlapping: rows.some((one) => own(one).length > 1),
		groupsOf(one) {
			const values = own(one);
			return values.length === 0 && withUnknown !== null ? [withUnknown] : values;
		}
	};
}
