import { describe, expect, it } from 'vitest';
import type { PlanId, SurveyId } from '#lib/shared/ids.ts';
import {
	joinSubject,
	parseInformationSubject,
	splitSubject,
	subjectOfPlan,
	subjectOfSurvey
} from './information-subject.ts';

const id = '0b1c2d3e-4f50-4a61-8b72-9c83ad94be05';

describe('what a text is about', () => {
	it.each(['cases', 'surveys', `plan-${id}`, `survey-${id}`])('is read from an address: %s', (text) => {
		expect(parseInformationSubject(text)).toBe(text);
	});

	it.each(['', 'case', 'plan', 'plan-', `plan-${id.toUpperCase()}`, `plan-${id}-1`, `case-${id}`, id])(
		'is not %j',
		(text) => {
			expect(parseInformationSubject(text)).toBeUndefined();
		}
	);

	it('knows whose own it is and which general text it stands instead of', () => {
		const plan = id as PlanId;
		const survey = id as SurveyId;
		const parts = [
			[subjectOfPlan(plan), { general: 'cases', planId: plan, surveyId: null }],
			[subjectOfSurvey(survey), { general: 'surveys', planId: null, surveyId: survey }],
			['cases', { general: 'cases', planId: null, surveyId: null }]
		] as const;
		for (const [subject, split] of parts) {
			expect(splitSubject(subject)).toEqual(split);
			expect(joinSubject(split)).toBe(subject);
		}
	});
});
