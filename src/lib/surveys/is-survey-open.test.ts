import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { isSurveyOpen, isSurveyOver } from './is-survey-open.ts';

const day = (text: string) => text as LocalDate;
const survey = { state: 'open' as const, opensOn: day('2026-03-01'), closesOn: day('2026-03-31') };

describe('a survey', () => {
	it.each(['2026-03-01', '2026-03-31'])('takes answers on %s', (today) => {
		expect(isSurveyOpen(survey, day(today))).toBe(true);
	});

	it.each(['2026-02-28', '2026-04-01'])('takes no answers on %s', (today) => {
		expect(isSurveyOpen(survey, day(today))).toBe(false);
	});

	it.each(['draft', 'closed', 'reported'] as const)('takes none when it is %s', (state) => {
		expect(isSurveyOpen({ ...survey, state }, day('2026-03-15'))).toBe(false);
	});

	it('is over when it has been closed, and not while it is a draft', () => {
		expect(isSurveyOver({ ...survey, state: 'closed' }, day('2026-03-15'))).toBe(true);
		expect(isSurveyOver(survey, day('2026-04-01'))).toBe(true);
		expect(isSurveyOver({ ...survey, state: 'draft' }, day('2026-04-01'))).toBe(false);
	});
});
