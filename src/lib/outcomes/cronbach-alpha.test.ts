import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronbachAlpha } from './cronbach-alpha.ts';

const answers = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), {
	minLength: 3,
	maxLength: 40
});

describe('Cronbach’s alpha', () => {
	it('is the same when every answer is moved, and when the items change places', () => {
		fc.assert(
			fc.property(answers, (rows) => {
				const here = cronbachAlpha(rows).alpha;
				fc.pre(here !== null);
				expect(cronbachAlpha(rows.map((row) => row.map((one) => one + 1))).alpha).toBeCloseTo(here ?? NaN, 9);
				expect(cronbachAlpha(rows.map((row) => row.toReversed())).alpha).toBeCloseTo(here ?? NaN, 9);
			})
		);
	});

	it('is 1 when all items say the same', () => {
		const rows = [0, 1, 2, 3, 4].map((answer) => [answer, answer, answer]);
		expect(cronbachAlpha(rows).alpha).toBeCloseTo(1, 12);
	});

	it('lies inside its interval', () => {
		fc.assert(
			fc.property(answers, (rows) => {
				const { alpha, interval } = cronbachAlpha(rows);
				fc.pre(alpha !== null && interval !== null);
				expect(interval?.low).toBeLessThanOrEqual(alpha ?? NaN);
				expect(interval?.high).toBeGreaterThanOrEqual(alpha ?? NaN);
			})
		);
	});

	it('uses only those who answered every item, and says how many', () => {
		const rows = [
			[1, 2, 2],
			[2, 3, 4],
			[4, 4, null],
			[0, 1, 1]
		];
		expect(cronbachAlpha(rows)).toMatchObject({ rows: 4, complete: 3 });
		expect(cronbachAlpha(rows).alpha).toBe(cronbachAlpha(rows.filter((row) => !row.includes(null))).alpha);
	});

	it('says why there is none', () => {
		expect(cronbachAlpha([[1], [2]]).noAlphaBecause).toBe('one-item');
		expect(cronbachAlpha([[1, 2]]).noAlphaBecause).toBe('too-few-complete');
		expect(
			cronbachAlpha([
				[2, 2],
				[2, 2]
			]).noAlphaBecause
		).toBe('no-variation');
		expect(
			cronbachAlpha([
				[1, 2],
				[2, 3]
			]).noAlphaBecause
		).toBeNull();
	});
});
