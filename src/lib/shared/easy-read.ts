/**
 * Lättläst (easy to read) is a text track of its own beside the plain words: own sentences, not the same ones marked. It is
 * written as a language with the variant `simple`, which BCP 47 has for it (IANA Language Subtag Registry: "Simplified
 * form"), so that it goes wherever a language goes: chosen per page, stored with the answer, read aloud by a Swedish voice.
 */
const variant = '-simple';

/** Whether the tag is that of an easy-to-read track: `sv-simple`. */
export function isEasyRead(tag: string): boolean {
	return tag.endsWith(variant);
}

/** The language itself, without the track: `sv` for `sv-simple`. */
export function plainLanguage(tag: string): string {
	return isEasyRead(tag) ? tag.slice(0, -variant.length) : tag;
}

/** The easy-to-read track of a language. */
export function easyReadOf(tag: string): string {
	return `${plainLanguage(tag)}${variant}`;
}
