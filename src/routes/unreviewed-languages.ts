import { isUnreviewed } from '#lib/shared/foreign-words.ts';
import { languageName } from './language-name.ts';

/** Which of the languages no translator has read the program's texts in yet, by name; null when there is none. */
export function nameUnreviewed(languages: readonly string[], locale: string): string | null {
	const names = languages.filter(isUnreviewed).map((language) => languageName(language, locale));
	return names.length > 0 ? names.join(', ') : null;
}
