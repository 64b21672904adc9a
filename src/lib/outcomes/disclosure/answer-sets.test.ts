import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAnswerSets } from './answer-sets.ts';

const scores = [0, 1, 2, 3];
const count = (n: number, sum: number, atMost = 1000): number => countAnswerSets({ n, sum, scores, atMost });

describe('countAnswerSets', () => {
	// docs/decisions/0010: 2 to 150 ways for the fifteen made-up cells of Tabell 6, two of them for 2,93 of 28.
	it('finds two ways to 2,93 of 28', () => {
		expect(count(28, 82)).toBe(2);
	});

	it('finds one way when all answered alike, and when all but one did with the nearest score', () => {
		expect([count(5, 15), count(5, 0), count(5, 14), count(5, 1)]).toEqual([1, 1, 1, 1]);
		expect(count(5, 13)).toBe(2);
	});

	it('finds none when no answers can have the sum', () => {
		expect([count(5, 16), count(5, -1), count(0, 1)]).toEqual([0, 0, 0]);
	});

	it('stops where it is told to', () => {
		expect(count(30, 45, 2)).toBe(2);
	});

	it('counts as many as there are when all are written down', () => {
		const counts = fc.record({ n: fc.integer({ min: 0, max: 7 }), sum: fc.integer({ min: 0, max: 21 }) });
		fc.assert(
			fc.property(counts, ({ n, sum }) => {
				let written = 0;
				for (let three = 0; three <= n; three += 1)
					for (let two = 0; two <= n - three; two += 1)
						for (let one = 0; one <= n - three - two; one += 1)
							if (3 * three + 2 * two + one === sum) written += 1;
				expect(count(n, sum)).toBe(written);
			})
		);
	});
});
