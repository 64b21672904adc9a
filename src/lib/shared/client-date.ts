import type { ClientLanguage } from './client-language.ts';
import type { LocalDate } from './local-date.ts';

/** A day written out for a client: the calendar and the digits of Swedish letters, also where the language has its own. */
export function clientDate(day: LocalDate, language: ClientLanguage): string {
	const as = new Intl.Locale(language, { calendar: 'gregory', numberingSystem: 'latn' });
	return new Intl.DateTimeFormat(as, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
