import { describe, expect, it } from 'vitest';
import { discloseMeans, type CrossedValue } from './disclose-means.ts';
import { findDisclosureRule } from './disclosure-rules.ts';

const rule = findDisclosureRule({ audience: 'unit' });

function values(count: number, row: string, column: string, first = 1): CrossedValue[] {
	return Array.from({ length: count }, (_, index) => ({
		value: first + (index % 4),
		rows: row === '' ? [] : [row],
		columns: [column]
	}));
}

function disclose(all: readonly CrossedValue[]) {
	return discloseMeans({ values: all, rowOrder: ['a', 'b'], columnOrder: ['x', 'y'] }, rule);
}

describe('means where two groupings cross', () => {
	it('are shown with their number and interval where ten or more are behind each', () => {
		const shown = disclose([
			...values(12, 'a', 'x'),
			...values(16, 'a', 'y', 5),
			...values(20, 'b', 'x'),
			...values(24, 'b', 'y')
		]);
		expect(shown.rows[0]?.cells[1]).toMatchObject({ kind: 'shown', value: { n: 16, mean: 6.5 } });
		expect(shown.rows[0]?.all).toMatchObject({ kind: 'shown', value: { n: 28 } });
		expect(shown.columns[1]).toMatchObject({ kind: 'shown', value: { n: 40 } });
		expect(shown.all).toMatchObject({ value: { n: 72, interval: { kind: 'interval' } } });
	});

	it('hide a group of nine, and another in its row and its column so that it is not what is left', () => {
		const shown = disclose([
			...values(9, 'a', 'x'),
			...values(16, 'a', 'y'),
			...values(20, 'b', 'x'),
			...values(24, 'b', 'y')
		]);
		const kinds = shown.rows.map(({ cells }) => cells.map(({ kind }) => kind));
		expect(kinds[0]).toEqual(['hidden', 'hidden']);
		expect(kinds[1]?.[0]).toBe('hidden');
	});

	it('give no few of an unknown group away as everybody less the groups', () => {
		const shown = disclose([
			...values(20, 'a', 'x'),
			...values(20, 'a', 'y'),
			...values(20, 'b', 'x'),
			...values(20, 'b', 'y'),
			...values(2, '', 'x')
		]);
		const known = [...shown.rows.map(({ all }) => all), shown.all];
		expect(known.every(({ kind }) => kind === 'shown')).toBe(false);
	});

	it('hide what everybody in a small group has alike', () => {
		const alike = values(9, 'a', 'x').map((one) => ({ ...one, value: 3 }));
		const shown = discloseMeans(
			{ values: [...alike, ...alike.slice(0, 1)], rowOrder: ['a'], columnOrder: ['x'] },
			findDisclosureRule({ audience: 'unit', isSensitive: true })
		);
		expect(shown.all.kind).toBe('hidden');
	});
});
