/** The languages of the pages that clients meet. Staff's own pages are in Swedish and English (docs/decisions/0057). */
import { getLocale } from '#lib/paraglide/runtime.js';

/** Read by clients only; their texts are in `client-languages/`. */
export const foreignLanguages = ['ar', 'fa', 'so', 'ti', 'uk', 'fi'] as const;
export const clientLanguages = ['sv', 'en', ...foreignLanguages] as const;

export type ForeignLanguage = (typeof foreignLanguages)[number];
export type ClientLanguage = (typeof clientLanguages)[number];

/** Whether the pages for clients exist in the language. */
export function isClientLanguage(tag: string | null): tag is ClientLanguage {
	return clientLanguages.some((language) => language === tag);
}

/** Whether it is one of the languages that staff's pages do not have. */
export function isForeignLanguage(tag: string): tag is ForeignLanguage {
	return foreignLanguages.some((language) => language === tag);
}

let current = (): ClientLanguage => getLocale();

/** The language of the page for a client that is being drawn; on staff's pages the same as theirs. */
export function getClientLanguage(): ClientLanguage {
	return current();
}

/** Says where the language is written: per request on the server, on `<html>` in the browser. */
export function overwriteGetClientLanguage(read: () => ClientLanguage): void {
	current = read;
}
