/** Where a form may have pictures: at a question, and at those of its options that are shown as cards or steps. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Option, Question, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { toInputValue } from '#lib/questionnaire/input-name.ts';

export interface PicturePlace {
	readonly question: string;
	/** The option's code as a form sends it; null for the question's own picture. */
	readonly option: string | null;
}

export interface QuestionWithPlaces {
	readonly question: Question;
	/** Empty where the answers are no cards: a list that unfolds, a table, a line or written words. */
	readonly options: readonly Option[];
}

/** The form's questions in order, with the options that may have pictures. */
export function listPicturePlaces(questionnaire: Questionnaire): readonly QuestionWithPlaces[] {
	return listQuestions(questionnaire).map((question) => ({ question, options: optionsOf(question) }));
}

function optionsOf(question: Question): readonly Option[] {
	switch (question.kind) {
		case 'radiogroup':
		case 'checkbox':
		case 'rating':
		case 'boolean':
			return question.options;
		case 'dropdown':
		case 'text':
		case 'comment':
		case 'slider':
		case 'matrix':
			return [];
	}
}

/** Whether the form has the place. */
export function hasPicturePlace(questionnaire: Questionnaire, { question, option }: PicturePlace): boolean {
	const found = listPicturePlaces(questionnaire).find((place) => place.question.name === question);
	if (!found) return false;
	return option === null || found.options.some(({ code }) => toInputValue(code) === option);
}

/**
 * Whether the owner has to have agreed before pictures are put beside the words: where the words may not be changed, or people
 * are compared by them. A picture says something too.
 */
export function needsPicturePermission({
	rights,
	standardised
}: Pick<Instrument, 'rights' | 'standardised'>): boolean {
	return !rights.mayEdit || standardised;
}

/** The questions that have the very same options as this one, with the same words, itself among them. */
export function listAlike(questionnaire: Questionnaire, name: string): readonly string[] {
	const all = listPicturePlaces(questionnaire);
	const own = all.find(({ question }) => question.name === name);
	if (!own || own.options.length === 0) return [];
	const wanted = JSON.stringify(own.options);
	return all.filter(({ options }) => JSON.stringify(options) === wanted).map(({ question }) => question.name);
}
