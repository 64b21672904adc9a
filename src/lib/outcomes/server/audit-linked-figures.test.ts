import { describe, expect, it } from 'vitest';
import { randomTable } from '#tests/build/random-tables.ts';
import vectors from '#tests/vectors/s_suppression_audit.json' with { type: 'json' };
import type { CountTable, HiddenPattern } from '../disclosure/count-table.ts';
import { findDisclosureRule } from '../disclosure/disclosure-rules.ts';
import { findBounds } from '../disclosure/find-bounds.ts';
import { suppressTable } from '../disclosure/suppress-table.ts';
import { toNetwork } from '../disclosure/table-network.ts';
import { seededRandom } from '../seeded-random.ts';
import { auditLinkedFigures, type PublishedFigure } from './audit-linked-figures.ts';

/** The table as the solver sees it: every published cell and total as a sum of cells. */
function toFigures(table: CountTable, pattern: HiddenPattern): PublishedFigure[] {
	const figure = (isHidden: boolean | undefined, cells: readonly (readonly [number, number])[]) => ({
		isHidden,
		of: new Map(cells.map(([row, column]) => [`${row} ${column}`, 1])),
		value: cells.reduce((sum, [row, column]) => sum + (table[row]?.[column] ?? 0), 0)
	});
	const rows = table.map((_, row) => row);
	const columns = (table[0] ?? []).map((_, column) => column);
	const all = rows.flatMap((row) => columns.map((column) => [row, column] as const));
	return [
		...all.map(([row, column]) => figure(pattern.cells[row]?.[column], [[row, column]])),
		...rows.map((row) =>
			figure(
				pattern.rowTotals[row],
				all.filter(([at]) => at === row)
			)
		),
		...columns.map((column) =>
			figure(
				pattern.columnTotals[column],
				all.filter(([, at]) => at === column)
			)
		),
		figure(pattern.total, all)
	].filter(({ isHidden }) => isHidden === false);
}

async function solve(table: CountTable, pattern: HiddenPattern) {
	const hiddenCells = pattern.cells.flatMap((cells, row) =>
		cells.flatMap((isHidden, column) => (isHidden ? [{ row, column }] : []))
	);
	const asked = hiddenCells.map(({ row, column }) => new Map([[`${row} ${column}`, 1]]));
	return auditLinkedFigures({ published: toFigures(table, pattern), asked });
}

function fromNetwork(table: CountTable, pattern: HiddenPattern) {
	const network = toNetwork(table, pattern);
	return network.arcs.flatMap(({ place, hidden }, number) =>
		place.kind === 'cell' && hidden ? [findBounds(network, number)] : []
	);
}

describe('the solver', () => {
	it.each(vectors.cases)('finds what R finds: $id', async ({ input, expected }) => {
		const pattern = {
			cells: input.published.map((row) => row.map((isPublished) => !isPublished)),
			rowTotals: input.tab.map(() => false),
			columnTotals: (input.tab[0] ?? []).map(() => false),
			total: false
		};
		const found = await solve(input.tab, pattern);
		const wanted = expected.feasible_intervals_row_col_min_max
			.toSorted(([a = 0, c = 0], [b = 0, d = 0]) => a - b || c - d)
			.map(([, , min, max]) => ({ min, max }));
		expect(found).toEqual(wanted);
	});

	it('agrees with the network about every hidden cell of 60 random tables, suppressed or not', async () => {
		const random = seededRandom(4107);
		const rule = findDisclosureRule({ audience: 'board' });
		for (let drawn = 0; drawn < 60; drawn += 1) {
			const table = randomTable(random);
			const suppressed = suppressTable(table, rule);
			const pattern: HiddenPattern =
				drawn % 2 === 0 && suppressed.kind === 'pattern'
					? suppressed.pattern
					: {
							cells: table.map((row) => row.map(() => random() < 0.5)),
							rowTotals: table.map(() => random() < 0.2),
							columnTotals: (table[0] ?? []).map(() => random() < 0.2),
							total: random() < 0.1
						};
			expect(await solve(table, pattern)).toEqual(fromNetwork(table, pattern));
		}
	});
});

describe('figures that rest on the same people', () => {
	const groups = (...names: string[]) => new Map(names.map((name) => [name, 1]));

	// Made up: 40 women and men; 37 of all ages; two published cuts differ by three people.
	it('give away three people who are in one cut and not in the other', async () => {
		const published = [
			{ of: groups('women under 65', 'women over 65', 'men'), value: 40 },
			{ of: groups('women under 65', 'men'), value: 37 }
		];
		expect(await auditLinkedFigures({ published, asked: [groups('women over 65')] })).toEqual([
			{ min: 3, max: 3 }
		]);
	});

	it('can give away single answers by a mean and a count', async () => {
		// Made up: 28 answers of 0–3 with sum 83 leave one way only: one answer of 2, the rest 3.
		const scores = ['0', '1', '2', '3'];
		const published = [
			{ of: groups(...scores), value: 28 },
			{ of: new Map(scores.map((score) => [score, Number(score)])), value: 83 }
		];
		const bounds = await auditLinkedFigures({ published, asked: scores.map((score) => groups(score)) });
		expect(bounds).toEqual([
			{ min: 0, max: 0 },
			{ min: 0, max: 0 },
			{ min: 1, max: 1 },
			{ min: 27, max: 27 }
		]);
	});

	it('are refused when no people can give them', async () => {
		const published = [
			{ of: groups('a', 'b'), value: 3 },
			{ of: groups('a'), value: 4 }
		];
		await expect(auditLinkedFigures({ published, asked: [groups('b')] })).rejects.toThrow(
			'no people can give'
		);
	});
});
