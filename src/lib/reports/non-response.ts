/**
 * Bortfall where it is made: how many were expected at each occasion of a plan, what became of them, and who fell away. Also
 * a missing answer is a result (Göteborgs Stad 2024, chapter 3.4). Counts are of cases: one whose measurement comes again and
 * again counts once, by the latest that has been due. Those who have died or moved are outside the denominator.
 */
import { findDisclosureRule } from '../outcomes/disclosure/disclosure-rules.ts';
import { mapShown, type Shown } from '../outcomes/disclosure/shown.ts';
import { discloseTable, type ShownTable } from '../outcomes/disclosure/suppress-table.ts';
import type { Withheld } from '../outcomes/disclosure/withheld.ts';

/** `overdue` and the reasons are lost; `not-due` and `outside` are not expected. */
export const standingColumns = [
	'done',
	'declined',
	'not-reached',
	'broken-off',
	'taken-into-care',
	'no-interpreter',
	'forgotten',
	'overdue',
	'not-due',
	'outside'
] as const;
export type StandingColumn = (typeof standingColumns)[number];
const notExpected: readonly StandingColumn[] = ['not-due', 'outside'];

/** How many of a unit's cases stand so with a measurement. */
export interface StandingCount {
	/** Which measurement: a line and a rule of the plan. */
	readonly line: string;
	readonly rule: string;
	readonly unit: string;
	readonly standing: StandingColumn;
	readonly cases: number;
}

/** What those who were expected are divided by. */
export const groupings = ['sex', 'age', 'intervention', 'start-score'] as const;
export type Grouping = (typeof groupings)[number];

export interface GroupCount {
	readonly grouping: Grouping;
	/** `female`, `30–44`, an intervention's name, a band's; empty when it is not known. */
	readonly group: string;
	readonly done: number;
	readonly lost: number;
}

export interface NonResponseCounts {
	readonly standings: readonly StandingCount[];
	/** Of the chosen measurement only. */
	readonly groups: readonly GroupCount[];
}

export interface ShownMeasurement {
	readonly line: string;
	readonly rule: string;
	/** Those that somebody stands in, in order; `done` always. */
	readonly columns: readonly StandingColumn[];
	readonly rows: readonly ShownUnit[];
	readonly total: ShownUnit;
}

/** `unit` is empty for cases that belong to none, and for the total. */
export interface ShownUnit {
	readonly unit: string;
	/** Done and lost; hidden when one of them is. */
	readonly expected: Shown<number>;
	readonly counts: readonly Shown<number>[];
	/** Of those expected, 0–1; hidden when there are none too. */
	readonly shareDone: Shown<number>;
}

export interface ShownGrouping {
	readonly grouping: Grouping;
	readonly rows: readonly {
		readonly group: string;
		readonly done: Shown<number>;
		readonly lost: Shown<number>;
	}[];
}

export interface NonResponse {
	readonly measurements: readonly ShownMeasurement[];
	/** Null when they cannot be shown without telling what the first table hides. */
	readonly groupings: readonly ShownGrouping[] | null;
}

const rule = findDisclosureRule({ audience: 'unit' });
/** A start score tells about abuse or health. */
const sensitive = findDisclosureRule({ audience: 'unit', isSensitive: true });

/** The counts as they may be shown, small groups hidden; `chosen` is the measurement that the groups are of. */
export function discloseNonResponse(
	withheld: Withheld<NonResponseCounts>,
	chosen: Pick<StandingCount, 'line' | 'rule'> | null
): NonResponse {
	const { standings, groups } = withheld.openForControl();
	const byMeasurement = Map.groupBy(standings, ({ line, rule }) => `${line}\n${rule}`);
	const tables = [...byMeasurement.values()].map(discloseStandings);
	const own = tables.find(({ line, rule }) => line === chosen?.line && rule === chosen.rule);
	return {
		measurements: tables,
		groupings: own && areMarginsKnown(own) ? discloseGroups(groups) : null
	};
}

function discloseStandings(counts: readonly StandingCount[]): ShownMeasurement {
	const [first] = counts;
	const columns = standingColumns.filter(
		(column) => column === 'done' || counts.some(({ standing, cases }) => standing === column && cases > 0)
	);
	const units = [...new Set(counts.map(({ unit }) => unit))].toSorted();
	const table = units.map((unit) =>
		columns.map((column) =>
			counts
				.filter((count) => count.unit === unit && count.standing === column)
				.reduce((sum, { cases }) => sum + cases, 0)
		)
	);
	const shown = discloseTable(table, rule);
	return {
		line: first?.line ?? '',
		rule: first?.rule ?? '',
		columns,
		rows: units.map((unit, row) => toUnit(unit, columns, shown.cells[row] ?? [])),
		total: toUnit('', columns, shown.columnTotals)
	};
}

function toUnit(
	unit: string,
	columns: readonly StandingColumn[],
	counts: readonly Shown<number>[]
): ShownUnit {
	const expected = addShown(counts.filter((_, at) => !notExpected.includes(columns[at] ?? 'not-due')));
	const done = counts[columns.indexOf('done')];
	return {
		unit,
		counts,
		expected,
		shareDone:
			expected.kind === 'shown' && expected.value > 0 && done?.kind === 'shown'
				? mapShown(done, (count) => count / expected.value)
				: { kind: 'hidden', symbol: expected.kind === 'shown' && expected.value === 0 ? '.' : '..' }
	};
}

/** Shown when all are: what is worked out from a hidden number is hidden. */
function addShown(counts: readonly Shown<number>[]): Shown<number> {
	const [first, ...more] = counts;
	if (!first) return { kind: 'hidden', symbol: '.' };
	return more.reduce<Shown<number>>(
		(sum, count) =>
			sum.kind === 'shown' && count.kind === 'shown'
				? mapShown(sum, (value) => value + count.value)
				: hiddenOf(sum, count),
		first
	);
}

function hiddenOf(one: Shown<number>, other: Shown<number>): Shown<number> {
	return one.kind === 'hidden' ? one : other;
}

/** How many were followed up and how many were lost can be read from the first table: then telling them again tells nothing. */
function areMarginsKnown({ total }: ShownMeasurement): boolean {
	return total.counts.every(({ kind }) => kind === 'shown');
}

/**
 * Each grouping as a table of its own. All have the same totals, so one that would have hidden its totals is hidden whole:
 * the others show them.
 */
function discloseGroups(counts: readonly GroupCount[]): ShownGrouping[] {
	return groupings.flatMap((grouping) => {
		const own = counts.filter((count) => count.grouping === grouping);
		if (own.length === 0) return [];
		const shown = discloseTable(
			own.map(({ done, lost }) => [done, lost]),
			grouping === 'start-score' ? sensitive : rule
		);
		const isTold = showsTotals(shown);
		return [
			{
				grouping,
				rows: own.map(({ group }, row) => ({
					group,
					done: (isTold ? shown.cells[row]?.[0] : null) ?? secret,
					lost: (isTold ? shown.cells[row]?.[1] : null) ?? secret
				}))
			}
		];
	});
}

const secret: Shown<number> = { kind: 'hidden', symbol: '..' };

function showsTotals({ columnTotals, total }: ShownTable): boolean {
	return [...columnTotals, total].every(({ kind }) => kind === 'shown');
}
