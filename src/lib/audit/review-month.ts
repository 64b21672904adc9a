/** Months and when their reviews are to be done. */
import { addDays, parseLocalDate, type LocalDate } from '#lib/shared/local-date.ts';

declare const month: unique symbol;
/** A calendar month: `2026-11`. */
export type Month = string & { readonly [month]: true };

/** The text as a month, or undefined. */
export function parseMonth(text: string): Month | undefined {
	return /^\d{4}-\d{2}$/.test(text) && parseLocalDate(`${text}-01`) ? (text as Month) : undefined;
}

/** The month a day lies in. */
export function monthOf(day: LocalDate): Month {
	return day.slice(0, 7) as Month;
}

export function firstDayOf(of: Month): LocalDate {
	return `${of}-01` as LocalDate;
}

export function nextMonth(of: Month): Month {
	return monthOf(addDays(firstDayOf(of), 31));
}

/** From the one month to the other, both included, the latest first. */
export function listMonths(from: Month, to: Month): readonly Month[] {
	const months: Month[] = [];
	for (let at = from; at <= to; at = nextMonth(at)) months.unshift(at);
	return months;
}

/** The last day to sign: the 10th of the month after. Our own rule; the law says "recurring". */
export function reviewDueOn(of: Month): LocalDate {
	return addDays(firstDayOf(nextMonth(of)), 9);
}

export type ReviewState =
	/** The month is not over. */
	| 'ongoing'
	/** Nothing was read or written by staff. */
	| 'empty'
	| 'due'
	| 'overdue'
	| 'signed';

/** How it stands with a month's review today. */
export function reviewStateOf(
	of: Month,
	facts: { readonly isSigned: boolean; readonly hasVisits: boolean },
	today: LocalDate
): ReviewState {
	if (facts.isSigned) return 'signed';
	if (monthOf(today) <= of) return 'ongoing';
	if (!facts.hasVisits) return 'empty';
	return today > reviewDueOn(of) ? 'overdue' : 'due';
}
