import { describe, expect, it } from 'vitest';
import { trendGeometry, type TrendYear } from './trend-geometry.ts';

const year = (at: number, mean: number | null, target = 2.6): TrendYear => ({
	year: at,
	mean,
	isMet: mean !== null && mean >= target,
	interval: mean === null ? null : { low: mean - 0.2, high: mean + 4 },
	target,
	targetText: `mål ${target}`,
	valueText: mean === null ? '..' : String(mean)
});
const size = { width: 720, height: 300 };
const draw = (years: readonly TrendYear[]) => trendGeometry({ years, lowest: 0, highest: 3 }, size);

describe('a line of years', () => {
	it('gives each year its own target', () => {
		const { years } = draw([year(2024, 2.5, 2.4), year(2025, 2.5, 2.8)]);
		const [first, second] = years.map(({ target }) => target);
		expect(first?.y).toBeGreaterThan(second?.y ?? Infinity);
		expect(first?.x2).toBeLessThan(second?.x1 ?? -Infinity);
	});

	it('marks where years have been left out between two', () => {
		expect(draw([year(2022, 2.5), year(2024, 2.5), year(2025, 2.5)]).breaks).toHaveLength(1);
		expect(draw([year(2023, 2.5), year(2024, 2.5)]).breaks).toEqual([]);
	});

	it('shows the latest years where there is not room for all', () => {
		const many = Array.from({ length: 12 }, (_, index) => year(2015 + index, 2.5));
		const { years } = trendGeometry({ years: many, lowest: 0, highest: 3 }, { width: 320, height: 320 });
		expect(years.length).toBeLessThan(12);
		expect(years.at(-1)?.year.year).toBe(2026);
		const xs = years.map(({ x }) => x);
		expect(Math.min(...xs.slice(1).map((x, index) => x - (xs[index] ?? 0)))).toBeGreaterThanOrEqual(40);
	});

	it('draws nothing of a hidden year, and no line over it or over a year that is missing', () => {
		const moves = (years: readonly TrendYear[]) => draw(years).path.match(/M/g)?.length ?? 0;
		const hiddenYear = draw([year(2023, 2.5), year(2024, null), year(2025, 2.5)]);
		expect(hiddenYear.years[1]).toMatchObject({ y: null, interval: null });
		expect(moves([year(2023, 2.5), year(2024, null), year(2025, 2.5)])).toBe(2);
		expect(moves([year(2022, 2.5), year(2024, 2.5)])).toBe(2);
		expect(moves([year(2023, 2.5), year(2024, 2.6), year(2025, 2.5)])).toBe(1);
	});

	it('cuts an interval at the ends of the scale', () => {
		const { years, plot } = draw([year(2025, 2.5)]);
		expect(years[0]?.interval?.y2).toBe(plot.top);
	});
});
