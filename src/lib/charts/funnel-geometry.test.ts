import { describe, expect, it } from 'vitest';
import { funnelGeometry, type FunnelInput } from './funnel-geometry.ts';

const limits = (n: number) => {
	const half = 0.62 / Math.sqrt(n);
	return {
		n,
		inner: { low: 2.6 - 1.96 * half, high: 2.6 + 1.96 * half },
		outer: { low: 2.6 - 3.09 * half, high: 2.6 + 3.09 * half }
	};
};
const input: FunnelInput = {
	points: [
		{ key: 'a', label: 'Utförare 1', n: 28, mean: 2.4, isMet: false },
		{ key: 'b', label: 'Utförare 2', n: 60, mean: 2.7, isMet: true },
		{ key: 'c', label: 'Utförare 3', n: 60, mean: 2.7, isMet: true }
	],
	steps: [20, 40, 60, 80].map(limits),
	lowest: 0,
	highest: 3,
	target: 2.6,
	targetText: 'Mål 2,60',
	innerText: '95 av 100',
	outerText: '998 av 1 000',
	toText: String
};
const drawn = funnelGeometry(input, { width: 720, height: 400, endMargin: 110 });

describe('a funnel', () => {
	it('puts more answers further on and higher means further up', () => {
		const [one, two] = drawn.points;
		expect(two?.x).toBeGreaterThan(one?.x ?? Infinity);
		expect(two?.y).toBeLessThan(one?.y ?? -Infinity);
		expect(drawn.targetY).toBeGreaterThan(two?.y ?? Infinity);
		expect(drawn.targetY).toBeLessThan(one?.y ?? -Infinity);
	});

	it('keeps everything inside the plot, also limits beyond the scale', () => {
		const narrow = funnelGeometry(
			{ ...input, steps: [2, 80].map(limits) },
			{ width: 320, height: 340, endMargin: 84 }
		);
		const { plot } = narrow;
		for (const { x, y } of narrow.points) {
			expect(x).toBeGreaterThanOrEqual(plot.left);
			expect(x).toBeLessThanOrEqual(plot.right);
			expect(y).toBeGreaterThanOrEqual(plot.top);
			expect(y).toBeLessThanOrEqual(plot.bottom);
		}
		const heights = [...narrow.outerPath.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
		expect(Math.min(...heights)).toBeGreaterThanOrEqual(plot.top);
		expect(Math.max(...heights)).toBeLessThanOrEqual(plot.bottom);
	});

	it('lets no name cover another, and leaves out the one that has no room', () => {
		const boxes = drawn.points.flatMap(({ name }) => (name ? [name] : []));
		expect(boxes.length).toBeGreaterThanOrEqual(2);
		expect(new Set(boxes.map(({ x, y, anchor }) => `${x} ${y} ${anchor}`)).size).toBe(boxes.length);
	});

	it('keeps the names of its lines a line apart', () => {
		const [target, inner, outer] = drawn.lineNames.map(({ y }) => y);
		expect((target ?? 0) - (inner ?? 0)).toBeGreaterThanOrEqual(18);
		expect((inner ?? 0) - (outer ?? 0)).toBeGreaterThanOrEqual(18);
	});
});
