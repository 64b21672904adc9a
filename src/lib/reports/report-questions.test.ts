import { describe, expect, it } from 'vitest';
import english from '../../../messages/en/reports.json' with { type: 'json' };
import swedish from '../../../messages/sv/reports.json' with { type: 'json' };
import { listAnswerable, reportQuestions, type ReportVariable } from './report-questions.ts';

const keyOf = (id: string): string => `report_question_${id.replaceAll('-', '_')}`;

describe('the ready questions', () => {
	it('have a wording each, in both languages, and no wording is without its question', () => {
		const keys = reportQuestions.map(({ id }) => keyOf(id)).toSorted();
		const wordings = (messages: object) =>
			Object.keys(messages)
				.filter((key) => key.startsWith('report_question_'))
				.toSorted();
		expect(wordings(swedish)).toEqual(keys);
		expect(wordings(english)).toEqual(keys);
	});

	it('never promise an effect', () => {
		expect(Object.values(swedish).filter((text) => /effekt/iu.test(text))).toEqual([]);
	});

	it('say what they measure from variables they need', () => {
		for (const { id, needs, choices } of reportQuestions) {
			expect(needs.length, id).toBeGreaterThan(0);
			// What is chosen must be known of each row.
			expect(choices.filter((choice) => !needs.includes(choice))).toEqual([]);
		}
	});

	it('can be answered when their variables are there, and otherwise say what is missing', () => {
		const known = new Set<ReportVariable>(['concern', 'intervention', 'score-before']);
		const { answerable, missing } = listAnswerable(known);
		expect(answerable.map(({ id }) => id)).toEqual([
			'who-has-what-needs',
			'what-is-given',
			'do-interventions-mirror-needs'
		]);
		expect(missing.find(({ question }) => question.id === 'what-has-changed')?.variables).toEqual([
			'score-after'
		]);
		expect(answerable.length + missing.length).toBe(reportQuestions.length);
	});
});
