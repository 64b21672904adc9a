import type { LanguageTag } from '#lib/instruments/questionnaire.ts';

/** A language that the page can be read in, named in itself. */
export interface LanguageChoice {
	readonly tag: LanguageTag;
	readonly name: string;
	readonly isCurrent: boolean;
}
