/** Rows counted by a value, for all and for each group, through the disclosure control. */
import { countChoices } from '#lib/outcomes/count-choices.ts';
import { discloseCounts, type CountedGroup } from '#lib/outcomes/disclosure/disclose-counts.ts';
import type { DisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { hidden, mapShown, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import { divideCases } from './divide-cases.ts';
import type { Counted } from './figure-footing.ts';
import type { MaterialCase } from './material.ts';
import type { CountsFigure, ValueNames } from './report-figure.ts';
import type { ReportGrouping } from './report-groups.ts';

interface CountInput {
	readonly key: string;
	readonly drawn: CountsFigure['drawn'];
	readonly names: ValueNames;
	readonly rows: readonly MaterialCase[];
	readonly valuesOf: (one: MaterialCase) => readonly string[];
	readonly order: readonly string[];
	readonly by: ReportGrouping | null;
	readonly rule: DisclosureRule;
	readonly unit: Counted;
}

/** The figure. Only those who have a value are divided; the others are its bortfall. */
export function countFigure({
	key,
	drawn,
	names,
	rows,
	valuesOf,
	order,
	by,
	rule,
	unit
}: CountInput): CountsFigure {
	const toGroup = (value: string, of: readonly MaterialCase[]): CountedGroup => {
		const { answered, choices } = countChoices(of, valuesOf, order);
		return { value, people: answered, counts: choices.map(({ count }) => count) };
	};
	const all = countChoices(rows, valuesOf, order);
	// Only those who have a value are in the figure, so it is of them that the groups must add up.
	const counted = rows.filter((one) => valuesOf(one).length > 0);
	const {
		groupsOf,
		isOverlapping,
		withUnknown,
		order: groupOrder
	} = divideCases(counted, by, rule.smallestGroup);
	const groups = groupOrder.map((value) =>
		toGroup(
			value,
			counted.filter((one) => groupsOf(one).includes(value))
		)
	);
	const without = by === null ? [] : counted.filter((one) => groupsOf(one).length === 0);
	const rest = groups.length > 0 && without.length > 0 ? toGroup('', without) : null;
	return {
		kind: 'counts',
		key,
		drawn,
		names,
		values: all.choices.map(({ value }) => value),
		by,
		withUnknown,
		unit,
		counts: discloseCounts({ all: toGroup('', rows), groups, rest, isOverlapping }, rule),
		isOverlapping: all.hasSeveral || isOverlapping,
		hasSeveral: all.hasSeveral,
		missing: discloseMissing(all.answered, all.missing, rule)
	};
}

/** How many lack a value, beside how many have one. */
export function discloseMissing(answered: number, missing: number, rule: DisclosureRule): Shown<number> {
	const all = { value: '', people: answered + missing, counts: [answered, missing] };
	const { cells } = discloseCounts({ all, groups: [], rest: null, isOverlapping: false }, rule).all;
	const [, cell] = cells;
	return cell ? mapShown(cell, ({ count }) => count) : hidden;
}
