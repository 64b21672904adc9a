import { describe, expect, it } from 'vitest';
import { withhold } from '../outcomes/disclosure/withheld.ts';
import {
	discloseNonResponse,
	type GroupCount,
	type NonResponseCounts,
	type StandingColumn,
	type StandingCount
} from './non-response.ts';

const measured = { line: 'audit', rule: 'end' };
const standing = (unit: string, counts: Partial<Record<StandingColumn, number>>): StandingCount[] =>
	Object.entries(counts).map(([name, cases]) => ({
		...measured,
		unit,
		standing: name as StandingColumn,
		cases
	}));
const grouped = (grouping: GroupCount['grouping'], rows: Record<string, [number, number]>): GroupCount[] =>
	Object.entries(rows).map(([group, [done, lost]]) => ({ grouping, group, done, lost }));
const show = (counts: NonResponseCounts) => discloseNonResponse(withhold(counts), measured);
const plain = (value: { kind: string; value?: number; symbol?: string } | undefined) =>
	value?.kind === 'shown' ? value.value : value?.symbol;

const large = [
	...standing('north', { done: 40, declined: 12, overdue: 8, 'not-due': 15, outside: 6 }),
	...standing('south', { done: 30, declined: 9, overdue: 11, 'not-due': 5, outside: 7 })
];

describe('bortfall by occasion and unit', () => {
	it('counts those expected as done and lost: not those whose time has not come, who have died or moved', () => {
		const [table] = show({ standings: large, groups: [] }).measurements;
		expect(table?.columns).toEqual(['done', 'declined', 'overdue', 'not-due', 'outside']);
		expect(table?.rows.map(({ unit, expected }) => [unit, plain(expected)])).toEqual([
			['north', 60],
			['south', 50]
		]);
		expect(plain(table?.rows[0]?.shareDone)).toBeCloseTo(40 / 60, 12);
		expect(plain(table?.total.expected)).toBe(110);
	});

	it('hides a small count, and what it could be worked out from', () => {
		const [table] = show({
			standings: [
				...standing('north', { done: 40, 'taken-into-care': 2, overdue: 8 }),
				...standing('south', { done: 30, 'taken-into-care': 9, overdue: 11 })
			],
			groups: []
		}).measurements;
		const care = table?.columns.indexOf('taken-into-care') ?? -1;
		expect(plain(table?.rows[0]?.counts[care])).toBe('..');
		expect(plain(table?.rows[0]?.expected)).toBe('..');
		expect(plain(table?.rows[0]?.shareDone)).toBe('..');
		// Another of the column or its total is hidden with it.
		const column = [...(table?.rows ?? []), table?.total].map((row) => plain(row?.counts[care]));
		expect(column.filter((value) => value === '..').length).toBeGreaterThan(1);
	});

	it('has no share where nobody was expected', () => {
		const [table] = show({ standings: standing('north', { 'not-due': 20 }), groups: [] }).measurements;
		expect(plain(table?.rows[0]?.shareDone)).toBe('.');
	});

	it('shows nothing of a handful of cases', () => {
		const [table] = show({ standings: standing('north', { done: 2, declined: 1 }), groups: [] }).measurements;
		expect(table?.rows[0]?.counts.map(plain)).toEqual(['..', '..']);
	});
});

describe('who falls away', () => {
	const sex = grouped('sex', { female: [40, 22], male: [30, 18] });

	it('is shown by group when the totals are known anyway', () => {
		const [shown] = show({ standings: large, groups: sex }).groupings ?? [];
		expect(shown?.rows.map(({ group, done, lost }) => [group, plain(done), plain(lost)])).toEqual([
			['female', 40, 22],
			['male', 30, 18]
		]);
	});

	it('is not shown at all when it would tell a total that the first table hides', () => {
		const standings = standing('north', { done: 40, declined: 12, forgotten: 2, overdue: 8 });
		expect(show({ standings, groups: sex }).groupings).toBeNull();
	});

	it('hides a small group, and takes twice as many for what a start score tells', () => {
		const rows: Record<string, [number, number]> = { Riskbruk: [50, 33], Beroende: [20, 7] };
		const found = show({
			standings: large,
			groups: [...grouped('intervention', rows), ...grouped('start-score', rows)]
		}).groupings;
		const of = (name: string) =>
			found?.find(({ grouping }) => grouping === name)?.rows.map(({ lost }) => plain(lost));
		expect(of('intervention')).toEqual([33, 7]);
		expect(of('start-score')).toEqual(['..', '..']);
	});

	it('hides a grouping whole when it would have hidden totals that the others show', () => {
		const groups = [...sex, ...grouped('age', { '18–29': [69, 39], '30–44': [1, 1] })];
		const age = show({ standings: large, groups }).groupings?.find(({ grouping }) => grouping === 'age');
		const values = age?.rows.flatMap(({ done, lost }) => [plain(done), plain(lost)]) ?? [];
		expect(values).toContain('..');
		expect(values).not.toContain(1);
	});
});
