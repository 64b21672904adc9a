/** A length of time as people say it: 6 months, 8 weeks, 10 days. Negative: as long before. */
import { addDays, type LocalDate } from '../shared/local-date.ts';
import { unreachable } from '../shared/unreachable.ts';

export const spanUnits = ['day', 'week', 'month'] as const;
export type SpanUnit = (typeof spanUnits)[number];

export interface Span {
	readonly count: number;
	readonly unit: SpanUnit;
}

/** No time at all: on the day itself. */
export const noTime: Span = { count: 0, unit: 'day' };

/** The day that lies the span later. A month later than the 31st is the last day of a shorter month. */
export function addSpan(day: LocalDate, { count, unit }: Span): LocalDate {
	switch (unit) {
		case 'day':
			return addDays(day, count);
		case 'week':
			return addDays(day, 7 * count);
		case 'month':
			return addMonths(day, count);
		default:
			return unreachable(unit);
	}
}

function addMonths(day: LocalDate, months: number): LocalDate {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const first = new Date(Date.UTC(year, month - 1 + months, 1));
	const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(date, lastDate));
	return first.toISOString().slice(0, 10) as LocalDate;
}

/** The span in days, a month as 30.4: only to compare lengths with, never to reckon days by. */
export function roughDays({ count, unit }: Span): number {
	return count * { day: 1, week: 7, month: 30.4 }[unit];
}
