/** What a question is called to people, by the name that what was written to it is kept under. */
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { AskedInstrument } from '#lib/instruments/sitting.ts';
import { textIn } from '#lib/instruments/text-in.ts';

interface Asked {
	readonly instrumentId: string;
	readonly question: string;
}

/** The question's own words; its name where the wording is not here. The newest version of a form that is not named. */
export function nameQuestion(
	{ context, locale }: App.Locals,
	forms: readonly AskedInstrument[],
	{ instrumentId, question: name }: Asked
): string {
	const version = forms.find(({ id }) => id === instrumentId)?.version;
	const instrument = findInstrument(context.catalogue, instrumentId, version);
	const questions = instrument ? listQuestions(instrument.questionnaire) : [];
	// A comment is kept under its question's name and this ending (SurveyJS's commentSuffix).
	const question = questions.find((one) => one.name === name || `${one.name}-Comment` === name);
	return textIn(question?.title ?? null, locale) ?? name;
}
