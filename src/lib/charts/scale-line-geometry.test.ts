import { describe, expect, it } from 'vitest';
import { scaleLineGeometry } from './scale-line-geometry.ts';

const audit = { lowest: 0, highest: 40, now: 10, possible: null, before: 30, limits: [0, 8, 16, 20] };

describe('a score on its whole scale', () => {
	it('lies where its points are, from end to end', () => {
		const { left, right, now, before } = scaleLineGeometry(audit);
		expect(((now ?? 0) - left) / (right - left)).toBeCloseTo(0.25, 9);
		expect(((before ?? 0) - left) / (right - left)).toBeCloseTo(0.75, 9);
	});
	it('marks where the named parts begin, but not the end of the scale itself', () => {
		expect(scaleLineGeometry(audit).limits).toHaveLength(3);
	});
	it('shows what a missing score could have been, and no point', () => {
		const line = scaleLineGeometry({ ...audit, now: null, possible: { lowest: 4, highest: 8 } });
		expect(line.now).toBeNull();
		expect(line.nowLabel).toBeNull();
		expect(line.possible?.x2).toBeGreaterThan(line.possible?.x1 ?? 0);
	});
	it('sets words near an end from that end, so that they stay in the picture', () => {
		expect(scaleLineGeometry({ ...audit, now: 0 }).nowLabel).toMatchObject({ anchor: 'start' });
		expect(scaleLineGeometry({ ...audit, now: 40 }).nowLabel).toMatchObject({ anchor: 'end' });
		expect(scaleLineGeometry({ ...audit, now: 20 }).nowLabel).toMatchObject({ anchor: 'middle' });
	});
});
