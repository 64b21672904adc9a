/** Languages written from right to left that Swedish social services meet (Unicode CLDR, characterOrder). */
const rightToLeft = new Set(['ar', 'fa', 'prs', 'ur', 'he', 'yi', 'ckb', 'ps', 'sd', 'ug', 'dv', 'syr']);

/** Which way the language is written; takes a BCP 47 tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
	return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
