/**
 * Several instruments answered in one sitting: joined, they are one instrument like any other to whoever asks the questions,
 * and what was answered is taken apart again into answers to each. The joined one scores nothing: scores belong to the forms.
 */
import type { Expression } from './expression.ts';
import type { EasyRead, Instrument, SensitiveKind } from './instrument.ts';
import type { AnswerValue, Element, FormInSitting, Page, Question, Validator } from './questionnaire.ts';

/** An instrument as a survey asks it. */
export interface AskedInstrument {
	readonly id: string;
	readonly version: string;
}

/** More than so many forms are not one sitting. */
export const mostForms = 4;

/** What the names of a form's pages and questions begin with, so that no two forms share a name. */
const prefixOf = (index: number): string => `form${index + 1}_`;

/** Languages that all of them exist in, in the order of the first: nobody is to change language halfway. */
export function listSharedLanguages(instruments: readonly Pick<Instrument, 'questionnaire'>[]): string[] {
	const [first, ...others] = instruments.map(({ questionnaire }) => questionnaire.languages);
	return (first ?? []).filter((language) => others.every((languages) => languages.includes(language)));
}

/** The instruments as one, in the order given; one alone as it is. At least one. */
export function joinInstruments(instruments: readonly Instrument[]): Instrument {
	const [first, ...others] = instruments;
	if (!first) throw new RangeError('A sitting has at least one instrument.');
	if (others.length === 0) return first;
	const languages = listSharedLanguages(instruments);
	const { defaultLanguage } = first.questionnaire;
	return {
		...first,
		minutes: addUp(instruments.map(({ minutes }) => minutes)),
		standardised: instruments.some(({ standardised }) => standardised),
		sensitive: joinSensitive(instruments),
		easyRead: joinEasyRead(instruments),
		rights: { ...first.rights, notices: instruments.flatMap(({ rights }) => rights.notices) },
		items: [],
		scales: [],
		structuralZeros: [],
		risks: [],
		questionnaire: {
			...first.questionnaire,
			title: null,
			description: null,
			languages,
			defaultLanguage: languages.includes(defaultLanguage)
				? defaultLanguage
				: (languages[0] ?? defaultLanguage),
			pages: instruments.flatMap(({ questionnaire }, index) =>
				questionnaire.pages.map((page) => renamePage(page, prefixOf(index)))
			),
			forms: instruments.map(toForm)
		}
	};
}

/** What belongs to each of the forms, by the form's own names; of one alone everything as it is. */
export function splitSitting<Value>(
	forms: number,
	byName: Readonly<Record<string, Value>>
): readonly Readonly<Record<string, Value>>[] {
	if (forms === 1) return [byName];
	return Array.from({ length: forms }, (_, index) => {
		const prefix = prefixOf(index);
		const own = Object.entries(byName).filter(([name]) => name.startsWith(prefix));
		return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
	});
}

/** What is known of each form's questions, such as answers, as the joined one names them: the opposite of `splitSitting`. */
export function joinAnswers<Value = AnswerValue>(
	answers: readonly Readonly<Record<string, Value>>[]
): Readonly<Record<string, Value>> {
	const [only] = answers;
	if (only && answers.length === 1) return only;
	return Object.fromEntries(
		answers.flatMap((own, index) =>
			Object.entries(own).map(([name, value]) => [prefixOf(index) + name, value] as const)
		)
	);
}

function toForm({ title, purpose, rights, questionnaire }: Instrument, index: number): FormInSitting {
	const { title: heading, description: introduction, defaultLanguage } = questionnaire;
	const about = { title, purpose, notices: rights.notices };
	return { prefix: prefixOf(index), heading: heading ?? title, introduction, defaultLanguage, about };
}

/** Unknown when one of them is. */
function addUp(minutes: readonly (number | null)[]): number | null {
	return minutes.reduce((sum, own) => (sum === null || own === null ? null : sum + own), 0);
}

/** All that is known; null, which is taken as sensitive, when nothing is and somebody has not said. */
function joinSensitive(instruments: readonly Instrument[]): readonly SensitiveKind[] | null {
	const known = [...new Set(instruments.flatMap(({ sensitive }) => sensitive ?? []))];
	return known.length === 0 && instruments.some(({ sensitive }) => sensitive === null) ? null : known;
}

/** Where all have such a track; tried by readers when all are. */
function joinEasyRead(instruments: readonly Instrument[]): EasyRead | null {
	const tracks = instruments.map(({ easyRead }) => easyRead);
	const [first] = tracks;
	if (!first || tracks.includes(null)) return null;
	return { ...first, review: tracks.every((track) => track?.review) ? first.review : null };
}

function renamePage(page: Page, prefix: string): Page {
	return { ...renameConditions(page, prefix), elements: renameElements(page.elements, prefix) };
}

function renameElements(elements: readonly Element[], prefix: string): Element[] {
	return elements.map((element) =>
		element.kind === 'panel'
			? { ...renameConditions(element, prefix), elements: renameElements(element.elements, prefix) }
			: renameQuestion(element, prefix)
	);
}

function renameQuestion(question: Question, prefix: string): Question {
	const validators = question.validators.map((validator): Validator =>
		validator.kind === 'expression'
			? { ...validator, expression: renameVariables(validator.expression, prefix) }
			: validator
	);
	return { ...renameConditions(question, prefix), validators };
}

function renameConditions<Conditional extends Page | Element>(part: Conditional, prefix: string): Conditional {
	const rename = (expression: Expression | null) => expression && renameVariables(expression, prefix);
	return {
		...part,
		name: prefix + part.name,
		visibleIf: rename(part.visibleIf),
		enableIf: rename(part.enableIf),
		requiredIf: rename(part.requiredIf)
	};
}

function renameVariables(expression: Expression, prefix: string): Expression {
	const rename = (inner: Expression) => renameVariables(inner, prefix);
	switch (expression.kind) {
		case 'constant':
			return expression;
		case 'variable': {
			const [name = '', ...rest] = expression.path;
			return { ...expression, path: [prefix + name, ...rest] };
		}
		case 'array':
			return { ...expression, items: expression.items.map(rename) };
		case 'unary':
			return { ...expression, operand: rename(expression.operand) };
		case 'binary':
			return { ...expression, left: rename(expression.left), right: rename(expression.right) };
		case 'call':
			return { ...expression, args: expression.args.map(rename) };
	}
}
