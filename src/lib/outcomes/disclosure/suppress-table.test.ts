import { describe, expect, it } from 'vitest';
import { randomTable } from '#tests/build/random-tables.ts';
import { seededRandom } from '../seeded-random.ts';
import { auditTable } from './audit-table.ts';
import { sumTable, type CountTable, type HiddenPattern } from './count-table.ts';
import { findDisclosureRule } from './disclosure-rules.ts';
import { discloseTable, suppressTable } from './suppress-table.ts';

const rule = findDisclosureRule({ audience: 'board' });

/** What a pattern that only hides the small counts looks like. */
function hideSmallOnly(table: CountTable): HiddenPattern {
	const isSmall = (count: number): boolean => count > 0 && count < rule.smallestGroup;
	const totals = sumTable(table);
	return {
		cells: table.map((row) => row.map(isSmall)),
		rowTotals: totals.rows.map(isSmall),
		columnTotals: totals.columns.map(isSmall),
		total: false
	};
}

function drawTables(count: number): CountTable[] {
	const random = seededRandom(20261123);
	return Array.from({ length: count }, () => randomTable(random));
}

/** A line for each row of made-up counts, hidden as on the page. */
const words = (table: CountTable): string[] =>
	discloseTable(table, rule).cells.map((row) =>
		row.map((cell) => (cell.kind === 'shown' ? cell.value : cell.symbol)).join(' ')
	);

describe('a table', () => {
	it('without small counts is shown whole, zeros too', () => {
		expect(
			words([
				[12, 0, 20],
				[15, 18, 9]
			])
		).toEqual(['12 0 20', '15 18 9']);
	});

	// The table of tests/vectors/s_suppression_audit.json, primary_only.
	it('hides the smallest counts that keep a small one from being subtracted', () => {
		expect(
			words([
				[12, 3, 20],
				[15, 18, 9],
				[7, 11, 14]
			])
		).toEqual(['.. .. 20', '15 18 9', '.. .. 14']);
	});

	// two_primaries_same_row: two in one row, together too few, are not kept apart by each other.
	it('hides a third when two small ones together are known to be small', () => {
		expect(
			words([
				[2, 2, 30],
				[25, 14, 12]
			])
		).toEqual(['.. .. ..', '.. .. ..']);
	});

	it('hides everything of a group smaller than five, its zeros and its total', () => {
		const shown = discloseTable(
			[
				[3, 0],
				[20, 15],
				[9, 30]
			],
			rule
		);
		expect(shown.cells[0]?.map(({ kind }) => kind)).toEqual(['hidden', 'hidden']);
		expect(shown.rowTotals[0]?.kind).toBe('hidden');
		expect(shown.rowTotals.filter(({ kind }) => kind === 'hidden')).toHaveLength(2);
	});

	it('does not tell that a whole small group is in one category', () => {
		const table = [
			[7, 0],
			[20, 15],
			[9, 30]
		];
		expect(words(table)[0]).toBe('.. ..');
		const found = suppressTable(table, rule);
		expect(found.kind === 'pattern' && auditTable(table, found.pattern, rule)).toEqual([]);
		expect(
			words([
				[12, 0],
				[20, 15]
			])
		).toEqual(['12 0', '20 15']);
	});

	it('is hidden whole when it holds fewer than five people, and then no number is left in it', () => {
		const table = [
			[1, 2],
			[1, 0]
		];
		expect(suppressTable(table, rule)).toEqual({ kind: 'whole-table', because: 'too-few' });
		expect(JSON.stringify(discloseTable(table, rule))).not.toMatch(/\d/);
	});

	it('has the same sign for what is small and for what protects it', () => {
		const signs = discloseTable(
			[
				[12, 3, 20],
				[15, 18, 9],
				[7, 11, 14]
			],
			rule
		)
			.cells.flat()
			.flatMap((cell) => (cell.kind === 'hidden' ? [cell] : []));
		expect(new Set(signs.map((cell) => JSON.stringify(cell))).size).toBe(1);
	});

	it('is refused when it is not one', () => {
		expect(() => suppressTable([[1, 2], [3]], rule)).toThrow(RangeError);
		expect(() => suppressTable([[1.5]], rule)).toThrow(RangeError);
		expect(() => suppressTable([], rule)).toThrow(RangeError);
	});
});

describe('the auditor', () => {
	it('tells what a reader knows and why that is too much', () => {
		const table = [
			[2, 2, 30],
			[25, 14, 12]
		];
		expect(auditTable(table, hideSmallOnly(table), rule)).toEqual([
			{ place: { kind: 'cell', row: 0, column: 0 }, bounds: { min: 2, max: 2 }, what: 'exactly-known' },
			{ place: { kind: 'cell', row: 0, column: 1 }, bounds: { min: 2, max: 2 }, what: 'exactly-known' }
		]);
		const nothing = { ...hideSmallOnly(table), cells: table.map((row) => row.map(() => false)) };
		expect(auditTable(table, nothing, rule).map(({ what }) => what)).toEqual(['shown', 'shown']);
	});
});

describe('suppressTable on 10 000 random tables', () => {
	const tables = drawTables(10_000);

	it('leaves no hidden number exactly known and no small one known to be small', () => {
		const unsafe = tables.filter((table) => {
			const found = suppressTable(table, rule);
			return found.kind === 'pattern' && auditTable(table, found.pattern, rule).length > 0;
		});
		expect(unsafe).toEqual([]);
	});

	it('hides a whole table only where too few people are in it, but for fewer than one in a thousand', () => {
		const given = tables.filter((table) => {
			const found = suppressTable(table, rule);
			return found.kind === 'whole-table' && found.because === 'cannot-be-protected';
		});
		expect(given.length / tables.length).toBeLessThan(0.001);
	});

	it('is caught when only small counts are hidden', () => {
		const withSmall = tables.filter((table) => hideSmallOnly(table).cells.flat().includes(true));
		const caught = withSmall.filter((table) => auditTable(table, hideSmallOnly(table), rule).length > 0);
		expect(withSmall.length).toBeGreaterThan(8000);
		expect(caught.length / withSmall.length).toBeGreaterThan(0.95);
	});
});
