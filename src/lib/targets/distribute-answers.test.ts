import { describe, expect, it } from 'vitest';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { distributeAnswers, distributeReleasedAnswers } from './distribute-answers.ts';

const provider = { id: '00000000-0000-4000-8000-000000000001' as ProviderId, name: 'Påhittade hemmet' };
/** Codes 4–1 as printed, with "vet ej" as 9; scores 3–0. */
const item = {
	name: 'sol_1',
	scoreByCode: new Map<number, number | null>([
		[4, 3],
		[3, 2],
		[2, 1],
		[1, 0],
		[9, null]
	])
};

describe('answers to one question', () => {
	it('become scores, and what the forms lack is missing', () => {
		const counted = [
			{ code: 4, count: 20 },
			{ code: 3, count: 5 },
			{ code: 9, count: 2 }
		];
		expect(distributeAnswers(provider, 28, item, counted)).toEqual({
			provider,
			item: 'sol_1',
			distribution: [
				{ score: 2, count: 5 },
				{ score: 3, count: 20 }
			],
			itemMissing: 1,
			withoutScore: 2
		});
	});

	it('never give a score to a code that the question does not have', () => {
		const found = distributeAnswers(provider, 3, item, [{ code: '4', count: 3 }]);
		expect(found).toMatchObject({ distribution: [], withoutScore: 3, itemMissing: 0 });
	});
});

describe('answers by quarter', () => {
	const counted = (count: number) => [{ code: 4, count }];
	const quarters = [
		{ quarter: '2026-Q1' as Quarter, forms: 8, counted: counted(7) },
		{ quarter: '2026-Q2' as Quarter, forms: 9, counted: counted(1) },
		{ quarter: '2026-Q3' as Quarter, forms: 6, counted: counted(6) }
	];
	const on = (today: string) =>
		distributeReleasedAnswers(provider, quarters, item, { today: today as Quarter, smallestGroup: 5 });

	it('begin to count when their quarter is over', () => {
		expect(on('2026-Q1')).toMatchObject({ distribution: [], itemMissing: 0 });
		expect(on('2026-Q2')).toMatchObject({ distribution: [{ score: 3, count: 7 }], itemMissing: 1 });
	});

	it('wait with those who skipped when they are few, and come with the next', () => {
		expect(on('2026-Q3')).toEqual(on('2026-Q2'));
		expect(on('2026-Q4')).toMatchObject({ distribution: [{ score: 3, count: 14 }], itemMissing: 9 });
	});
});
