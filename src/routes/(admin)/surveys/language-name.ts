/** The language's name in the reader's language, with a capital: `Arabiska`. */
export function languageName(tag: string, locale: 'sv' | 'en'): string {
	const name = new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
