/** From what may be shown of the bortfall to the page's tables. */
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { reasonLabel } from '#lib/plans/ui/plan-words.ts';
import type {
	Grouping,
	NonResponse,
	ShownGrouping,
	ShownMeasurement,
	ShownUnit,
	StandingColumn
} from '#lib/reports/non-response.ts';
import { formatDecimal } from '#lib/shared/decimal.ts';

interface Measured {
	readonly line: string;
	readonly rule: string;
}

interface Words {
	/** The plan's words for a measurement. */
	readonly nameOf: (of: Measured) => { readonly what: string; readonly when: string };
	readonly unitName: (id: string) => string;
	readonly today: string;
	readonly hrefOf: (of: Measured) => string;
	readonly isChosen: (of: Measured) => boolean;
}

function standingLabel(column: StandingColumn): string {
	switch (column) {
		case 'done':
			return m.non_response_done();
		case 'overdue':
			return m.non_response_overdue();
		case 'not-due':
			return m.non_response_not_due();
		case 'outside':
			return m.non_response_outside();
		default:
			return reasonLabel(column);
	}
}

const countText = (count: Shown<number>): string =>
	count.kind === 'shown' ? formatDecimal(count.value, 0, getLocale()) : count.symbol;

function shareText(share: Shown<number>): string {
	return share.kind === 'shown' ? `${formatDecimal(share.value * 100, 0, getLocale())} %` : share.symbol;
}

/** One measurement of the plan: a row for each unit, and all of them last. */
export function toMeasurementTable(table: ShownMeasurement, words: Words) {
	const name = words.nameOf(table);
	const toRow = (key: string, label: string, unit: ShownUnit) => ({
		key,
		cells: [label, countText(unit.expected), shareText(unit.shareDone), ...unit.counts.map(countText)]
	});
	const rows = table.rows.map((unit) => toRow(`unit-${unit.unit}`, words.unitName(unit.unit), unit));
	return {
		key: `${table.line}-${table.rule}`,
		...name,
		caption: m.non_response_caption({ ...name, day: words.today }),
		href: words.isChosen(table) ? null : words.hrefOf(table),
		columns: [
			m.non_response_unit(),
			m.non_response_expected(),
			m.non_response_share(),
			...table.columns.map(standingLabel)
		],
		rows: rows.length > 1 ? [...rows, toRow('all', m.non_response_total(), table.total)] : rows
	};
}

const groupingWords: Readonly<Record<Grouping, () => string>> = {
	sex: m.non_response_group_sex,
	age: m.non_response_group_age,
	intervention: m.non_response_group_intervention,
	'start-score': m.non_response_group_start_score
};

export function toGroupings(groupings: NonResponse['groupings']) {
	return groupings?.map(toGroupingTable) ?? null;
}

function toGroupingTable({ grouping, rows }: ShownGrouping) {
	const title = groupingWords[grouping]();
	return {
		key: grouping,
		caption: m.non_response_group_caption({ grouping: title }),
		columns: [title, m.non_response_followed(), m.non_response_lost()],
		rows: rows.map(({ group, done, lost }) => ({
			key: `group-${group}`,
			cells: [groupLabel(grouping, group), countText(done), countText(lost)]
		}))
	};
}

function groupLabel(grouping: Grouping, group: string): string {
	if (group === '')
		return grouping === 'start-score' ? m.non_response_group_under_line() : m.non_response_group_unknown();
	if (grouping === 'sex') return group === 'female' ? m.staff_sex_female() : m.staff_sex_male();
	return group;
}
