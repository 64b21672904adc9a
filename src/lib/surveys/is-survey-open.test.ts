import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { isSurveyOpen } from './is-survey-open.ts';

const day = (text: string) => text as LocalDate;
const survey = { opensOn: day('2026-03-01'), closesOn: day('2026-03-31') };

describe('a survey', () => {
	it.each(['2026-03-01', '2026-03-31'])('takes answers on %s', (today) => {
		expect(isSurveyOpen(survey, day(today))).toBe(true);
	});

	it.each(['2026-02-28', '2026-04-01'])('takes no answers on %s', (today) => {
		expect(isSurveyOpen(survey, day(today))).toBe(false);
	});
});
