import { m } from '#lib/paraglide/messages.js';
import { isEasyRead, plainLanguage } from '#lib/shared/easy-read.ts';

/**
 * The name of a language in another: `Svenska` for sv in Swedish, `Lättläst svenska` for its easy-to-read track. The tag itself
 * when the name is not known.
 */
export function languageName(tag: string, locale: string): string {
	const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
	const language = names.of(plainLanguage(tag)) ?? tag;
	const name = isEasyRead(tag)
		? m.easy_read_of({ language }, { locale: locale === 'en' ? 'en' : 'sv' })
		: language;
	return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
