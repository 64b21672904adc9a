import { describe, expect, it } from 'vitest';
import type { Answers } from '../instruments/questionnaire.ts';
import { findDisclosureRule } from '../outcomes/disclosure/disclosure-rules.ts';
import { withhold } from '../outcomes/disclosure/withheld.ts';
import { discloseSurveyAnswers, type SurveyItem } from './survey-answers.ts';

const item: SurveyItem = {
	name: 'sol_1',
	title: null,
	row: null,
	options: [3, 2, 1].map((code) => ({ code, label: null, role: 'answer' as const })),
	isSeveral: false
};
const rule = findDisclosureRule({ audience: 'unit' });
const times = (count: number, providerId: string, answers: Answers) =>
	Array.from({ length: count }, () => ({ providerId, answers }));

describe('the results of a confidential survey', () => {
	it('are counted by provider and together, of those who answered the question', () => {
		const given = [
			...times(12, 'a', { sol_1: 3 }),
			...times(8, 'a', { sol_1: 1 }),
			...times(10, 'b', { sol_1: 3 }),
			...times(10, 'b', { sol_1: 2 }),
			...times(3, 'b', {})
		];
		const [shown] = discloseSurveyAnswers(withhold(given), [item], ['a', 'b'], rule);
		expect(shown?.shown.all.people).toMatchObject({ kind: 'shown', value: 40 });
		expect(shown?.shown.all.cells.map((cell) => (cell.kind === 'shown' ? cell.value.count : null))).toEqual([
			22, 10, 8
		]);
		const a = shown?.shown.groups[0];
		expect(a?.value).toBe('a');
		expect(a?.cells[0]).toMatchObject({ kind: 'shown', value: { count: 12, share: 0.6 } });
	});

	it('hide a provider with few answers so that it cannot be worked out from the rest', () => {
		const given = [
			...times(20, 'a', { sol_1: 3 }),
			...times(20, 'b', { sol_1: 3 }),
			...times(2, 'b', { sol_1: 1 })
		];
		const [shown] = discloseSurveyAnswers(withhold(given), [item], ['a', 'b'], rule);
		const cells = shown?.shown.groups.map(({ cells: own }) => own[2]?.kind) ?? [];
		const isTotalHidden = shown?.shown.all.cells[2]?.kind === 'hidden';
		expect(cells[1]).toBe('hidden');
		expect(isTotalHidden || cells.filter((kind) => kind === 'hidden').length > 1).toBe(true);
	});

	it('say nothing at all of fewer than five', () => {
		const [shown] = discloseSurveyAnswers(withhold(times(4, 'a', { sol_1: 3 })), [item], ['a'], rule);
		expect(shown?.shown.all.people.kind).toBe('hidden');
		expect(shown?.shown.all.cells[0]?.kind).toBe('hidden');
	});
});
