/** Languages written from right to left that Swedish social services meet (Unicode CLDR, characterOrder). */
const rightToLeft = new Set(['ar', 'fa', 'prs', 'ur', 'he', 'yi', 'ckb', 'ps', 'sd', 'ug', 'dv', 'syr']);

/** Which way the language is written; takes a BCP 47 tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
	return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * A Swedish name or a date, for the middle of a sentence from right to left: its words and digits keep their own order there
 * (Unicode UAX 9, isolates).
 */
export function keepInOnePiece(text: string): string {
	return text === '' ? '' : `\u2068${text}\u2069`;
}
