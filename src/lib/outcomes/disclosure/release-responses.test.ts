import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { findDisclosureRule } from './disclosure-rules.ts';
import { releaseResponses, type ResponsesOfQuarter } from './release-responses.ts';
import { withhold } from './withheld.ts';

const rule = findDisclosureRule({ audience: 'unit' });
const quarter = (text: string) => text as Quarter;
const provider = (text: string) => text as ProviderId;
const counts = (of: string, ...answers: number[]): ResponsesOfQuarter[] =>
	answers.map((count, index) => ({
		providerId: provider(of),
		quarter: quarter(`2025-Q${index + 1}`),
		answers: count
	}));
const release = (rows: readonly ResponsesOfQuarter[], today = '2026-Q1') =>
	releaseResponses(withhold(rows), rule, quarter(today));

describe('anonymous responses one by one', () => {
	it('are let out in blocks of whole quarters, with the block’s time on every row', () => {
		expect(release(counts('a', 4, 7, 12, 3))).toMatchObject([
			{ quarters: ['2025-Q1', '2025-Q2'], period: '2025-Q1–2025-Q2', answers: 11 },
			{ quarters: ['2025-Q3'], period: '2025-Q3', answers: 12 }
		]);
	});

	it('are not let out while the quarter runs, or from a provider that never has enough', () => {
		expect(release(counts('a', 12), '2025-Q1')).toEqual([]);
		expect(release([...counts('a', 9), ...counts('b', 10)]).map(({ providerId }) => providerId)).toEqual([
			'b'
		]);
	});

	it('need twice as many where the questions are sensitive', () => {
		const sensitive = findDisclosureRule({ audience: 'unit', isSensitive: true });
		const of = (answers: number) =>
			releaseResponses(withhold(counts('a', answers)), sensitive, quarter('2026-Q1'));
		expect([of(19).length, of(20).length]).toEqual([0, 1]);
	});

	it('make two files differ by nothing or by as many as may be known, whenever they are made', () => {
		const year = fc.array(fc.nat({ max: 14 }), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(year, (answers) => {
				const sums = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'].map((today) =>
					release(counts('a', ...answers), today).reduce((sum, block) => sum + block.answers, 0)
				);
				for (const [index, sum] of sums.slice(1).entries()) {
					const step = sum - (sums[index] ?? 0);
					expect(step === 0 || step >= rule.smallestKnownGroup).toBe(true);
				}
			})
		);
	});
});
