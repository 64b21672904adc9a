import { isEasyRead } from '#lib/shared/easy-read.ts';
import type { InstrumentFile } from './instrument-file.ts';
import type { Complaint } from './lint-finding.ts';
import type { LanguageTag, LocalText, Questionnaire } from './questionnaire.ts';

/** Texts of `instrument.json` that the respondent meets and that are missing in a language of the definition. */
export function lintLanguages(file: InstrumentFile, questionnaire: Questionnaire): Complaint[] {
	const shown: [(string | number)[], LocalText][] = [
		[['title'], file.title],
		[['shortTitle'], file.shortTitle],
		[['purpose'], file.purpose],
		...file.rights.notices.map((notice, index): [(string | number)[], LocalText] => [
			['rights', 'notices', index],
			notice
		])
	];
	return shown.flatMap(([path, text]) => complainOfMissing(Object.keys(text), questionnaire.languages, path));
}

function complainOfMissing(
	has: readonly LanguageTag[],
	wants: readonly LanguageTag[],
	path: readonly (string | number)[]
): Complaint[] {
	return wants
		// What is said about the form is the same for those who read its questions in another track.
		.filter((language) => !isEasyRead(language) && !has.includes(language))
		.map((language) => ({
			path,
			rule: 'language-missing',
			message: `Texten saknas på "${language}", som andra texter i formuläret finns på. Lägg till den.`
		}));
}
