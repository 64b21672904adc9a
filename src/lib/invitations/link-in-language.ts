/** The address of a link for whoever reads the language: the page opens in it. Without one it opens in Swedish. */
export function linkInLanguage(link: string, language: string): string {
	return language === 'sv' ? link : `${link}?lang=${encodeURIComponent(language)}`;
}
