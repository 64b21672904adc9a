import { addDays, type LocalDate } from '#lib/shared/local-date.ts';

/** Days a link works unless something else is chosen, and at most. */
const suggestedDays = 14;
const longestDays = 90;

export interface LinkExpiry {
	readonly suggested: LocalDate;
	readonly first: LocalDate;
	readonly last: LocalDate;
}

/** The last days that may be chosen for a link made today, and the one suggested. */
export function linkExpiry(today: LocalDate): LinkExpiry {
	return {
		suggested: addDays(today, suggestedDays),
		first: addDays(today, 1),
		last: addDays(today, longestDays)
	};
}

/** Whether a link made today may end that day. */
export function isExpiryAllowed(day: LocalDate, today: LocalDate): boolean {
	const { first, last } = linkExpiry(today);
	return day >= first && day <= last;
}
