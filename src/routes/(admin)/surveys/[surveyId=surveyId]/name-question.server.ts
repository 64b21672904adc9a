/** What a question is called to people, by the name that what was written to it is kept under. */
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';

interface Asked {
	readonly instrumentId: string;
	/** Left out: the newest. */
	readonly instrumentVersion?: string;
}

/** The question's own words; its name where the wording is not here. */
export function nameQuestion({ context, locale }: App.Locals, asked: Asked, name: string): string {
	const instrument = findInstrument(context.catalogue, asked.instrumentId, asked.instrumentVersion);
	const questions = instrument ? listQuestions(instrument.questionnaire) : [];
	// A comment is kept under its question's name and this ending (SurveyJS's commentSuffix).
	const question = questions.find((one) => one.name === name || `${one.name}-Comment` === name);
	return textIn(question?.title ?? null, locale) ?? name;
}
