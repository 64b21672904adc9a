/** The name of a language in another: `Svenska` for sv in Swedish. The tag itself when the name is not known. */
export function languageName(tag: string, locale: string): string {
	const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
