import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caterpillarGeometry, type CaterpillarRow } from './caterpillar-geometry.ts';
import { changeGeometry, type ChangePoint } from './change-geometry.ts';
import { spreadLabels, wrapText } from './chart-text.ts';

const size = { width: 400, height: 300, endMargin: 100 };

function point(day: number, value: number | null): ChangePoint {
	return {
		key: String(day),
		day,
		label: 'Före',
		date: ['15 jan.', '2026'],
		value,
		valueText: String(value ?? ''),
		possible: null
	};
}
const scale = { zones: [], lowest: 0, highest: 40, zoneMargin: 0.5 };

describe('wrapText', () => {
	it('breaks between words and never inside one', () => {
		expect(wrapText('problematiska alkoholvanor 14–17', 104)).toEqual([
			'problematiska',
			'alkoholvanor',
			'14–17'
		]);
		expect(wrapText('låg risk 0–5', 104)).toEqual(['låg risk 0–5']);
		expect(wrapText('oavkortad', 8)).toEqual(['oavkortad']);
	});
});

describe('spreadLabels', () => {
	it('leaves labels alone that do not touch', () => {
		expect(
			spreadLabels(
				[
					{ wanted: 20, height: 10 },
					{ wanted: 50, height: 10 }
				],
				0,
				100
			)
		).toEqual([20, 50]);
	});

	it('moves labels apart and keeps their order', () => {
		const label = fc.record({
			wanted: fc.integer({ min: 0, max: 200 }),
			height: fc.integer({ min: 5, max: 30 })
		});
		fc.assert(
			fc.property(fc.array(label, { maxLength: 5 }), (labels) => {
				const middles = spreadLabels(labels, 0, 200);
				const spans = labels
					.map(({ height }, index) => ({ middle: middles[index] ?? 0, height }))
					.toSorted((a, b) => a.middle - b.middle);
				spans.slice(1).forEach((span, index) => {
					const before = spans[index] ?? span;
					expect(span.middle - span.height / 2).toBeGreaterThanOrEqual(
						before.middle + before.height / 2 - 1e-9
					);
				});
				spans.forEach(({ middle, height }) => {
					expect(middle - height / 2).toBeGreaterThanOrEqual(-1e-9);
					expect(middle + height / 2).toBeLessThanOrEqual(200 + 1e-9);
				});
			})
		);
	});
});

describe('changeGeometry', () => {
	it('shows the whole scale, lowest at the bottom', () => {
		const { plot, ends } = changeGeometry({ ...scale, points: [point(0, 19), point(181, 6)] }, size);
		expect(ends).toEqual([
			{ text: '0', y: plot.bottom },
			{ text: '40', y: plot.top }
		]);
	});

	it('places points by real time, not by order', () => {
		const { points } = changeGeometry(
			{ ...scale, points: [point(0, 10), point(30, 8), point(300, 6)] },
			size
		);
		const [first = 0, second = 0, third = 0] = points.map(({ x }) => x);
		expect((second - first) / (third - first)).toBeCloseTo(0.1, 9);
	});

	it('places a single point in the middle', () => {
		const { points, plot } = changeGeometry({ ...scale, points: [point(5, 10)] }, size);
		expect(points.map(({ x }) => x)).toEqual([(plot.left + plot.right) / 2]);
	});

	it('places points of one and the same day in their order, each with its words, and draws the line between them', () => {
		for (const width of [320, 400, 600]) {
			const { points, path, plot } = changeGeometry(
				{ ...scale, points: [point(5, 14), point(5, 14), point(5, 12)] },
				{ ...size, width, endMargin: 8 }
			);
			const [first = 0, second = 0, third = 0] = points.map(({ x }) => x);
			expect(second - first).toBeCloseTo(third - second, 9);
			expect(second - first).toBeGreaterThan(60);
			expect([first - plot.left, plot.right - third].every((room) => room > 0)).toBe(true);
			expect(points.every(({ label, valueText }) => label && valueText)).toBe(true);
			expect(path).toMatch(/^M[^M]*L[^M]*L[^M]*$/);
		}
	});

	it('moves a point aside that would cover the one before, and no further', () => {
		const { points } = changeGeometry(
			{ ...scale, points: [point(0, 10), point(100, 8), point(100, 8), point(200, 6)] },
			size
		);
		const [first = 0, second = 0, third = 0, last = 0] = points.map(({ x }) => x);
		expect(second).toBeCloseTo((first + last) / 2, 9);
		expect(third - second).toBeCloseTo(14, 9);
	});

	it('shows time as it is where points fill the chart', () => {
		const weekly = Array.from({ length: 104 }, (_, week) => point(week * 7, 10));
		const { points } = changeGeometry({ ...scale, points: weekly }, size);
		const [first = 0, second = 0] = points.map(({ x }) => x);
		expect(((points.at(-1)?.x ?? 0) - first) / (second - first)).toBeCloseTo(103, 6);
	});

	it('draws what went on meanwhile under the points, on the same days, and leaves out what is outside', () => {
		const phases = [
			{ key: 'b', label: 'Gruppen', fromDay: 50, toDay: 150 },
			{ key: 'a', label: 'Samtal', fromDay: -900, toDay: null },
			{ key: 'c', label: 'Långt senare', fromDay: 9000, toDay: null }
		];
		const chart = changeGeometry({ ...scale, points: [point(0, 19), point(200, 6)], phases }, size);
		const [first, second] = chart.phases;
		expect(chart.phases.map(({ key }) => key)).toEqual(['a', 'b']);
		expect(first).toMatchObject({ isOpenAtStart: true, isOpenAtEnd: true, x1: chart.plot.left });
		const days = (chart.points[1]?.x ?? 0) - (chart.points[0]?.x ?? 0);
		expect(((second?.x2 ?? 0) - (second?.x1 ?? 0)) / days).toBeCloseTo(0.5, 9);
		expect(second?.y).toBeGreaterThan(first?.y ?? 0);
		expect(chart.height).toBeGreaterThan(second?.y ?? 0);
		expect(first?.y).toBeGreaterThan(size.height);
	});

	it('begins a phase’s words so that they end within the chart', () => {
		const phases = [{ key: 'a', label: 'Återfallsprevention', fromDay: 190, toDay: null }];
		const chart = changeGeometry({ ...scale, points: [point(0, 19), point(200, 6)], phases }, size);
		expect(chart.phases[0]?.label).toMatchObject({ anchor: 'end', x: chart.plot.right });
	});

	it('breaks the line where a score is missing and shows what it could have been', () => {
		const missing = { ...point(100, null), possible: { lowest: 5, highest: 9 } };
		const { path, points, plot } = changeGeometry(
			{ ...scale, points: [point(0, 19), missing, point(200, 6)] },
			size
		);
		expect(path.match(/M/g)).toHaveLength(2);
		expect(points[1]?.y).toBeNull();
		expect(points[1]?.possible?.height).toBeCloseTo(((plot.bottom - plot.top) * 4) / 40, 9);
	});

	it('draws whole-point zones half a point out and never outside the scale', () => {
		const zones = [
			{ from: 0, to: 7, label: 'låg', tone: 0 },
			{ from: 8, to: 40, label: 'hög', tone: 1 }
		];
		const { zones: placed, plot } = changeGeometry({ ...scale, zones, points: [point(0, 19)] }, size);
		const [low, high] = placed;
		expect(high?.y).toBe(plot.top);
		expect((low?.y ?? 0) + (low?.height ?? 0)).toBeCloseTo(plot.bottom, 9);
		expect((high?.y ?? 0) + (high?.height ?? 0)).toBeCloseTo(low?.y ?? 0, 9);
	});

	it('leaves out values that would cover each other but keeps the first and the last', () => {
		const missing = { ...point(20, null), valueText: 'saknas (5–12)', possible: { lowest: 8, highest: 11 } };
		const { points } = changeGeometry({ ...scale, points: [point(0, 10), missing, point(40, 9)] }, size);
		expect(points.map(({ valueText }) => valueText)).toEqual(['10', null, '9']);
	});

	it('writes a date on one line where there is room, in parts where there is not', () => {
		const lines = (width: number) =>
			changeGeometry({ ...scale, points: [point(0, 10)] }, { ...size, width }).points[0]?.label?.lines;
		expect(lines(680)).toEqual(['Före', '15 jan. 2026']);
		expect(lines(320)).toEqual(['Före', '15 jan.', '2026']);
	});

	it('leaves out labels that would cover each other but keeps the first and the last', () => {
		const many = Array.from({ length: 12 }, (_, index) => point(index * 10, 10));
		const labelled = changeGeometry({ ...scale, points: many }, size).points.map(
			({ label }) => label !== null
		);
		expect(labelled[0]).toBe(true);
		expect(labelled.at(-1)).toBe(true);
		expect(labelled.filter(Boolean).length).toBeLessThan(5);
	});
});

describe('caterpillarGeometry', () => {
	const row: CaterpillarRow = {
		key: 'a',
		label: 'Utförare 1',
		mean: 2.6,
		isMet: true,
		interval: { low: 2.4, high: 3.2 },
		valueText: '2,60',
		countText: '25 svar',
		remark: ''
	};
	const input = { rows: [row], lowest: 0, highest: 3, target: { at: 2.6, text: 'Mål 2,60' } };

	it('puts a mean that equals the target on the target line', () => {
		const { rows, target } = caterpillarGeometry(input, { kind: 'above', width: 300 });
		expect(rows[0]?.x).toBe(target?.x);
	});

	it('cuts an interval at the end of the scale', () => {
		const { rows, plot } = caterpillarGeometry(input, {
			kind: 'beside',
			width: 640,
			labelWidth: 150,
			valueWidth: 120
		});
		expect(rows[0]?.interval?.x2).toBe(plot.right);
	});

	it('draws nothing for a hidden group', () => {
		const hidden = { ...row, mean: null, interval: null, remark: 'färre än 5 svar' };
		const { rows } = caterpillarGeometry({ ...input, rows: [hidden] }, { kind: 'above', width: 300 });
		expect(rows[0]).toMatchObject({ x: null, interval: null });
	});

	it('keeps the order given', () => {
		const names = ['Ängen', 'Alm', 'Björk'];
		const { rows } = caterpillarGeometry(
			{ ...input, rows: names.map((label) => ({ ...row, key: label, label })) },
			{ kind: 'above', width: 300 }
		);
		expect(rows.map(({ row: { label } }) => label)).toEqual(names);
		expect(rows.map(({ y }) => y)).toEqual(rows.map(({ y }) => y).toSorted((a, b) => a - b));
	});

	it('crosses no name with the target line', () => {
		const { rows, targetLines } = caterpillarGeometry(
			{ ...input, rows: [row, { ...row, key: 'b', label: 'Ett namn som behöver två rader på en telefon' }] },
			{ kind: 'above', width: 300 }
		);
		const textBottoms = rows.flatMap(({ label }) => label.lines.map((_, index) => label.y + index * 18));
		for (const { y1, y2 } of targetLines) {
			expect(textBottoms.some((bottom) => bottom - 11 < y2 && bottom > y1)).toBe(false);
		}
	});

	it('marks every whole point of the scale', () => {
		const { ticks } = caterpillarGeometry(input, { kind: 'above', width: 300 });
		expect(ticks.map(({ text }) => text)).toEqual(['0', '1', '2', '3']);
	});

	it('has several ticks where the whole scale is one point', () => {
		const { ticks } = caterpillarGeometry(
			{ ...input, lowest: -0.5, highest: 0.5 },
			{ kind: 'above', width: 300 }
		);
		expect(ticks.length).toBeGreaterThanOrEqual(4);
	});

	it('lets no text of a tick reach into the next', () => {
		const { ticks } = caterpillarGeometry(
			{ ...input, lowest: 0, highest: 100, tickText: (value) => `${value} %` },
			{ kind: 'above', width: 300 }
		);
		const apart = ticks.slice(1).map(({ x }, index) => x - (ticks[index]?.x ?? 0));
		expect(ticks.length).toBeGreaterThan(2);
		expect(Math.min(...apart)).toBeGreaterThan('100 %'.length * 8);
	});
});
