/**
 * The texts of an instrument that came with a permit. The repository holds the structure (KASAM: item numbers, codes,
 * scales); the one who holds the permit registers the wording, and the two are put together here.
 */
import type { Instrument } from './instrument.ts';
import { listQuestions } from './list-questions.ts';
import type {
	Code,
	Element,
	LanguageTag,
	LocalText,
	MatrixRow,
	Option,
	Page,
	Question
} from './questionnaire.ts';

/** The texts of one question, as they stand on the form that the permit is for. */
export interface QuestionWording {
	readonly title?: string | undefined;
	readonly help?: string | undefined;
	/** Text by code: `{ "1": "Aldrig" }`. */
	readonly options?: Readonly<Record<string, string>> | undefined;
	/** What stands at the low and the high end of a line of steps. */
	readonly lowLabel?: string | undefined;
	readonly highLabel?: string | undefined;
	/** Text by matrix row name. */
	readonly rows?: Readonly<Record<string, string>> | undefined;
}

/** The texts of a form in one language. */
export interface Wording {
	readonly language: LanguageTag;
	readonly title?: string | undefined;
	/** The instruction before the first question. */
	readonly description?: string | undefined;
	readonly questions: Readonly<Record<string, QuestionWording>>;
}

/**
 * The instrument with the wording filled in where it has no text. Text that is already there is never replaced, and
 * an instrument that carries its own text is given back as it is.
 */
export function withWording(instrument: Instrument, wording: Wording): Instrument {
	if (instrument.rights.mayShipText) return instrument;
	const { questionnaire } = instrument;
	const { language } = wording;
	const hasText = questionnaire.pages.some(hasAnyTitle);
	return {
		...instrument,
		questionnaire: {
			...questionnaire,
			title: fill(questionnaire.title, wording.title, language),
			description: fill(questionnaire.description, wording.description, language),
			defaultLanguage: hasText ? questionnaire.defaultLanguage : language,
			languages: hasText ? [...new Set([...questionnaire.languages, language])] : [language],
			pages: questionnaire.pages.map((page) => ({
				...page,
				elements: page.elements.map((element) => fillElement(element, wording))
			}))
		}
	};
}

/**
 * Names of questions that cannot be asked yet: no title, or options or end points that nothing is written at.
 * An instrument that carries its own text lacks none.
 */
export function findMissingWording(instrument: Instrument): string[] {
	if (instrument.rights.mayShipText) return [];
	return listQuestions(instrument.questionnaire)
		.filter((question) => question.title === null || !hasReadableOptions(question))
		.map(({ name }) => name);
}

function hasReadableOptions(question: Question): boolean {
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'checkbox':
		case 'boolean':
			return question.options.every(hasLabel);
		case 'rating':
			return (question.lowLabel !== null && question.highLabel !== null) || question.options.every(hasLabel);
		case 'slider':
			return question.lowLabel !== null && question.highLabel !== null;
		case 'matrix':
			return question.columns.every(hasLabel) && question.rows.every(({ label }) => label !== null);
		case 'text':
		case 'comment':
			return true;
	}
}

/** "None", "other", "refused" and "don't know" have the interface's own words when the form has none. */
function hasLabel({ label, role }: Option): boolean {
	return label !== null || role !== 'answer';
}

function hasAnyTitle({ elements }: Pick<Page, 'elements'>): boolean {
	return elements.some((element) =>
		element.kind === 'panel' ? hasAnyTitle(element) : element.title !== null
	);
}

function fillElement(element: Element, wording: Wording): Element {
	if (element.kind === 'panel') {
		return { ...element, elements: element.elements.map((inner) => fillElement(inner, wording)) };
	}
	const own = Object.hasOwn(wording.questions, element.name) ? wording.questions[element.name] : undefined;
	return own ? fillQuestion(element, own, wording.language) : element;
}

function fillQuestion(question: Question, own: QuestionWording, language: LanguageTag): Question {
	const titled = {
		...question,
		title: fill(question.title, own.title, language),
		help: fill(question.help, own.help, language)
	};
	const toOption = (option: Option): Option => ({
		...option,
		label: fill(option.label, findText(own.options, option.code), language)
	});
	switch (titled.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'checkbox':
			return { ...titled, options: titled.options.map(toOption) };
		case 'boolean':
			return { ...titled, options: [toOption(titled.options[0]), toOption(titled.options[1])] };
		case 'rating':
			return { ...titled, options: titled.options.map(toOption), ...fillEnds(titled, own, language) };
		case 'slider':
			return { ...titled, ...fillEnds(titled, own, language) };
		case 'matrix':
			return {
				...titled,
				columns: titled.columns.map(toOption),
				rows: titled.rows.map((row): MatrixRow => ({
					...row,
					label: fill(row.label, findText(own.rows, row.name), language)
				}))
			};
		case 'text':
		case 'comment':
			return titled;
	}
}

function fillEnds(
	{ lowLabel, highLabel }: { lowLabel: LocalText | null; highLabel: LocalText | null },
	own: QuestionWording,
	language: LanguageTag
): { lowLabel: LocalText | null; highLabel: LocalText | null } {
	return {
		lowLabel: fill(lowLabel, own.lowLabel, language),
		highLabel: fill(highLabel, own.highLabel, language)
	};
}

function findText(texts: Readonly<Record<string, string>> | undefined, code: Code): string | undefined {
	return texts && Object.hasOwn(texts, String(code)) ? texts[String(code)] : undefined;
}

/** The text with one language more; what is already written stays. */
function fill(text: LocalText | null, added: string | undefined, language: LanguageTag): LocalText | null {
	if (added === undefined || text?.[language] !== undefined) return text;
	return { ...text, [language]: added };
}
