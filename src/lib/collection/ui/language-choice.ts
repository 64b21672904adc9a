import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import { clientLanguages } from '#lib/shared/client-language.ts';
import { isEasyRead, plainLanguage } from '#lib/shared/easy-read.ts';
import { nativeName } from '#lib/shared/native-name.ts';

/** A language that the page can be read in, named in itself. */
export interface LanguageChoice {
	readonly tag: LanguageTag;
	readonly name: string;
	readonly isCurrent: boolean;
	/** Shown at once on every page: the program's first two, and those that the questions exist in. */
	readonly isNear: boolean;
}

/** The languages that pages for clients can be read in: the program's, and those that the questions exist in. */
export function listLanguageChoices(
	ofQuestions: readonly LanguageTag[],
	wanted: string | null
): readonly LanguageChoice[] {
	const plain = [...clientLanguages, ...ofQuestions.map(plainLanguage)];
	// An easy-to-read track stands beside its own language.
	const tags = [...new Set(plain)].flatMap((tag) => [
		tag,
		...new Set(ofQuestions.filter((one) => isEasyRead(one) && plainLanguage(one) === tag))
	]);
	const current = wanted !== null && tags.includes(wanted) ? wanted : 'sv';
	return tags.map((tag) => ({
		tag,
		name: nativeName(tag),
		isCurrent: tag === current,
		isNear: tag === 'sv' || tag === 'en' || tag === current || ofQuestions.includes(tag)
	}));
}
