import { describe, expect, it } from 'vitest';
import { pooledWithinGroups } from '#lib/outcomes/pooled-within-groups.ts';
import { assessFunnel } from './funnel.ts';

const provider = (key: string, n: number, sum: number) => ({ key, cell: { n, sum } });
const six = [10, 20, 28, 37, 50, 100].map((n, index) => provider(`u${index + 1}`, n, Math.round(2.6 * n)));

describe('the funnel', () => {
	// tests/vectors/l_funnel_mean.json: target 2.6, SD 0.62, n 28 → 2.370 to 2.830, and 2.238 to 2.962.
	it('places a mean against the limits of R for as many answers', () => {
		const with28 = (sum: number) =>
			assessFunnel({ target: 2.6, spreadWithin: 0.62, shown: [provider('x', 28, sum), ...six.slice(0, 5)] })
				?.places['x'];
		expect(with28(67)).toBe('inside'); // 2.393
		expect(with28(66)).toBe('beyond-inner'); // 2.357
		expect(with28(62)).toBe('beyond-outer'); // 2.214
		expect(with28(80)).toBe('beyond-inner'); // 2.857
	});

	it('is not drawn for fewer than six providers, nor when nobody differs from anybody', () => {
		expect(assessFunnel({ target: 2.6, spreadWithin: 0.62, shown: six.slice(0, 5) })).toBeNull();
		expect(assessFunnel({ target: 2.6, spreadWithin: null, shown: six })).toBeNull();
	});

	it('narrows all the way, from below the smallest provider to beyond the largest', () => {
		const steps = assessFunnel({ target: 2.6, spreadWithin: 0.62, shown: six })?.steps ?? [];
		expect(steps[0]?.n).toBe(8);
		expect(steps.at(-1)?.n).toBe(112);
		expect(steps.length).toBeLessThanOrEqual(62);
		const widths = steps.map(({ inner }) => inner.high - inner.low);
		expect(widths).toEqual(widths.toSorted((a, b) => b - a));
	});
});

describe('the spread within groups', () => {
	// As in an analysis of variance: within sum of squares through within degrees of freedom.
	it('weighs each group by its degrees of freedom', () => {
		const groups = [
			{ n: 10, standardDeviation: 0.5 },
			{ n: 20, standardDeviation: 0.8 }
		];
		expect(pooledWithinGroups(groups)).toBeCloseTo(Math.sqrt((9 * 0.25 + 19 * 0.64) / 28), 12);
	});

	it('is unknown without groups whose spread is known, or when all answered alike', () => {
		expect(pooledWithinGroups([{ n: 7, standardDeviation: null }])).toBeNull();
		expect(pooledWithinGroups([{ n: 12, standardDeviation: 0 }])).toBeNull();
	});
});
