/** What staff mean by what they have written in the one field for searching. */
import { parsePersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/** What may be searched for in casework, and nothing else: 15 § förordningen (2001:637). */
export type SearchKey = 'name' | 'personal-number' | 'case-number';

/**
 * A whole personal identity or coordination number is one; other text with a digit in it is a case number, and text
 * without is a name. Half a personal identity number is never looked for among people.
 */
export function recogniseSearch(text: string, today: LocalDate): SearchKey {
	if (parsePersonalNumber(text, today).ok) return 'personal-number';
	return /\d/.test(text) ? 'case-number' : 'name';
}
