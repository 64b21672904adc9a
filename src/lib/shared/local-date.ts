/** A calendar day without time or zone, ISO 8601: `2026-11-23`. */
declare const localDate: unique symbol;
export type LocalDate = string & { readonly [localDate]: true };

/** The text as a day that exists in the calendar, or undefined. */
export function parseLocalDate(text: string): LocalDate | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return undefined;
	const at = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
		? (text as LocalDate)
		: undefined;
}

const swedishDay = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Stockholm',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

let latest = { minute: NaN, day: '' as LocalDate };

/** The day it is in Sweden at the given moment. Days begin on whole minutes, so one is worked out once a minute. */
export function toLocalDate(moment: Date): LocalDate {
	const minute = Math.floor(moment.getTime() / 60_000);
	if (minute !== latest.minute) latest = { minute, day: swedishDay.format(moment) as LocalDate };
	return latest.day;
}

/** The moment the day begins in Sweden. */
export function startOfDay(day: LocalDate): Date {
	const [summer, winter] = ['+02:00', '+01:00'].map((offset) => new Date(`${day}T00:00:00${offset}`));
	const isSummer = summer !== undefined && toLocalDate(summer) === day;
	return isSummer ? summer : (winter as Date);
}

/** Whole days from the first day to the second; negative when the second comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day that lies the given number of days later. */
export function addDays(day: LocalDate, days: number): LocalDate {
	const at = new Date(`${day}T00:00:00Z`);
	at.setUTCDate(at.getUTCDate() + days);
	return at.toISOString().slice(0, 10) as LocalDate;
}

/** The same day of the month the given number of months later, or the month's last day when it is shorter. */
export function addMonths(day: LocalDate, months: number): LocalDate {
	const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
	at.setUTCMonth(at.getUTCMonth() + months + 1, 0);
	const lastDay = at.getUTCDate();
	at.setUTCDate(Math.min(Number(day.slice(8, 10)), lastDay));
	return at.toISOString().slice(0, 10) as LocalDate;
}

/** A quarter of a year, the finest time an anonymous answer carries: `2026-Q4`. */
declare const quarter: unique symbol;
export type Quarter = string & { readonly [quarter]: true };

/** The quarter a day falls in. */
export function toQuarter(day: LocalDate): Quarter {
	return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` as Quarter;
}
