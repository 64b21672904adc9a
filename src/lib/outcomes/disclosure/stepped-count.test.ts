import { expect, it } from 'vitest';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { hidden, show } from './shown.ts';
import { countAnswersInSteps, toSteppedCount } from './stepped-count.ts';
import { withhold } from './withheld.ts';

it('says nothing below five', () => {
	expect([0, 1, 4].map(toSteppedCount)).toEqual([hidden, hidden, hidden]);
});

it('does not move when one person answers, only with every fifth', () => {
	expect([5, 6, 9, 10, 28, 37].map(toSteppedCount)).toEqual([5, 5, 5, 10, 25, 35].map(show));
});

it('gives each provider in each survey its own count', () => {
	const one = (surveyId: string, providerId: string, forms: number) => ({
		surveyId: surveyId as SurveyId,
		providerId: providerId as ProviderId,
		forms
	});
	const counts = countAnswersInSteps(withhold([one('1', 'a', 7), one('1', 'b', 3), one('2', 'a', 12)]));
	expect([...counts].map(([survey, own]) => [survey, [...own]])).toEqual([
		[
			'1',
			[
				['a', show(5)],
				['b', hidden]
			]
		],
		['2', [['a', show(10)]]]
	]);
});
