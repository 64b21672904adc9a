import { describe, expect, it } from 'vitest';
import { withhold } from '../outcomes/disclosure/withheld.ts';
import { discloseSurveyResponse, type OutcomeCount } from './survey-response.ts';

const count = (providerId: string, outcome: OutcomeCount['outcome'], people: number): OutcomeCount => ({
	providerId,
	outcome,
	people
});
const disclose = (counts: readonly OutcomeCount[]) => discloseSurveyResponse(withhold(counts), ['a', 'b']);

describe('the response rate of a confidential survey', () => {
	it('is the share who answered of all who were invited, by provider and together', () => {
		const rows = disclose([
			count('a', 'answered', 30),
			count('a', 'declined', 5),
			count('a', 'no-answer', 15),
			count('b', 'answered', 10),
			count('b', 'not-reached', 10)
		]);
		expect(rows.map(({ providerId, rate }) => [providerId, rate])).toMatchObject([
			['a', { kind: 'shown', value: 0.6 }],
			['b', { kind: 'shown', value: 0.5 }],
			[null, { kind: 'shown', value: 4 / 7 }]
		]);
		expect(rows[0]?.invited).toMatchObject({ value: 50 });
		expect(rows[0]?.counts).toMatchObject([
			{ value: 30 },
			{ value: 5 },
			{ value: 0 },
			{ value: 0 },
			{ value: 15 }
		]);
	});

	it('hides what became of fewer than five, and what it could be worked out from', () => {
		const rows = disclose([
			count('a', 'answered', 30),
			count('a', 'declined', 2),
			count('b', 'answered', 20)
		]);
		const a = rows.find(({ providerId }) => providerId === 'a');
		expect(a?.counts[1]).toMatchObject({ kind: 'hidden' });
		const hiddenInA = a?.counts.filter(({ kind }) => kind === 'hidden').length ?? 0;
		expect(hiddenInA > 1 || a?.invited.kind === 'hidden').toBe(true);
	});

	it('hides a small outcome also from whoever knows how many were invited', () => {
		const [a] = disclose([
			count('a', 'answered', 30),
			count('a', 'declined', 1),
			count('a', 'no-answer', 12)
		]);
		expect(a?.invited).toMatchObject({ value: 43 });
		expect(a?.counts.map(({ kind }) => kind)).toEqual(['shown', 'hidden', 'shown', 'shown', 'hidden']);
		const rows = disclose([count('a', 'answered', 2), count('a', 'no-answer', 1)]);
		expect(rows.flatMap(({ counts, rate }) => [...counts, rate]).map(({ kind }) => kind)).toEqual(
			Array(12).fill('hidden')
		);
	});

	it('says nothing where nobody has been invited', () => {
		expect(disclose([])).toEqual([]);
	});
});
