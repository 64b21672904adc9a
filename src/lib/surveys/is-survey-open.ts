import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import type { Survey } from './survey.ts';
import { stateOn } from './survey-state.ts';

/** Whether the survey takes answers on the day; both ends are included. */
export function isSurveyOpen(
	survey: Pick<Survey, 'state' | 'opensOn' | 'closesOn'>,
	today: LocalDate
): boolean {
	return stateOn(survey, today) === 'open' && survey.opensOn <= today;
}

/** Whether the survey takes no more answers, ever. */
export function isSurveyOver(survey: Pick<Survey, 'state' | 'closesOn'>, today: LocalDate): boolean {
	const state = stateOn(survey, today);
	return state === 'closed' || state === 'reported';
}

/** Answers that lie on a tablet without a network are taken in for so many days after a survey has closed. */
export const lateDays = 30;

/** Whether nothing more can come to the survey, from anywhere. */
export function isSurveyFinal(survey: Pick<Survey, 'state' | 'closesOn'>, today: LocalDate): boolean {
	return stateOn(survey, today) === 'reported' || addDays(survey.closesOn, lateDays) < today;
}
