import { describe, expect, it } from 'vitest';
import type { ProviderId } from '#lib/shared/ids.ts';
import { distributeAnswers } from './distribute-answers.ts';

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
