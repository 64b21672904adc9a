import type { LocalDate } from '#lib/shared/local-date.ts';

/** Whether the survey takes answers on the day; both ends are included. */
export function isSurveyOpen(
	survey: { readonly opensOn: LocalDate; readonly closesOn: LocalDate },
	today: LocalDate
): boolean {
	return survey.opensOn <= today && today <= survey.closesOn;
}
