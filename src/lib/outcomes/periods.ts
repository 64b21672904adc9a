import { toQuarter, type LocalDate } from '#lib/shared/local-date.ts';

export type PeriodLength = 'year' | 'half-year' | 'quarter' | 'month';

/** The period a day falls in, written so that it sorts: 2026, 2026-H1, 2026-Q4, 2026-11. */
export function periodOf(day: LocalDate, length: PeriodLength): string {
	const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
	switch (length) {
		case 'year':
			return year;
		case 'half-year':
			return `${year}-H${month <= 6 ? 1 : 2}`;
		case 'quarter':
			return toQuarter(day);
		case 'month':
			return day.slice(0, 7);
	}
}
