/** The fields in which a permit's wording is written: per question its text and, where it has them, its end points. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Option, Question } from '#lib/instruments/questionnaire.ts';
import type { QuestionWording, Wording } from '#lib/instruments/wording.ts';
import { m } from '#lib/paraglide/messages.js';

export interface WordingField {
	/** Name and id of the field. */
	readonly name: string;
	readonly label: string;
	readonly isLong: boolean;
	/** Where the text goes. */
	readonly place: { readonly question: string; readonly part: 'title' | 'lowLabel' | 'highLabel' | 'option'; readonly code: string };
	readonly missing: string;
}

export interface WordingQuestion {
	readonly number: string;
	readonly fields: readonly WordingField[];
}

/** The language that is registered: the interface's first. */
const language = 'sv';

export function listWordingFields(instrument: Instrument): WordingQuestion[] {
	const numbers = new Map(instrument.items.map(({ name, number }) => [name, number]));
	return listQuestions(instrument.questionnaire).map((question, index) => {
		const number = numbers.get(question.name) ?? String(index + 1);
		return { number, fields: [titleField(question, number), ...partFields(question, number)] };
	});
}

function titleField({ name }: Question, number: string): WordingField {
	return {
		name: `title.${name}`,
		label: m.staff_permit_wording_question({ number }),
		isLong: true,
		place: { question: name, part: 'title', code: '' },
		missing: m.staff_permit_wording_missing({ number })
	};
}

function partFields(question: Question, number: string): WordingField[] {
	const missing = m.staff_permit_wording_end_missing({ number });
	const field = (part: WordingField['place']['part'], code: string): WordingField => ({
		name: `${part}.${question.name}.${code}`,
		label: m.staff_permit_wording_part({ number, code }),
		isLong: false,
		place: { question: question.name, part, code },
		missing
	});
	switch (question.kind) {
		case 'rating': {
			const [low, high] = endsOf(question.options);
			return [field('lowLabel', low), field('highLabel', high)];
		}
		case 'slider':
			return [field('lowLabel', String(question.min)), field('highLabel', String(question.max))];
		case 'radiogroup':
		case 'dropdown':
		case 'checkbox':
		case 'boolean':
			return question.options.map(({ code }) => field('option', String(code)));
		case 'matrix':
		case 'text':
		case 'comment':
			return [];
	}
}

function endsOf(options: readonly Option[]): [string, string] {
	return [String(options[0]?.code ?? ''), String(options.at(-1)?.code ?? '')];
}

const fieldsOf = (instrument: Instrument): WordingField[] =>
	listWordingFields(instrument).flatMap(({ fields }) => fields);

/** Either nothing is written yet, or everything: half a wording cannot be asked. */
export function wordingErrors(
	instrument: Instrument,
	values: Readonly<Record<string, string>>
): Record<string, string> {
	const fields = fieldsOf(instrument);
	const empty = fields.filter(({ name }) => !values[name]);
	if (empty.length === 0 || empty.length === fields.length) return {};
	return Object.fromEntries(empty.map(({ name, missing }) => [name, missing]));
}

/** The wording as written; null when nothing is. */
export function readWording(instrument: Instrument, values: Readonly<Record<string, string>>): Wording | null {
	const written = fieldsOf(instrument).flatMap(({ name, place }) => {
		const text = values[name];
		return text ? [{ text, place }] : [];
	});
	if (written.length === 0) return null;
	const questions: Record<string, QuestionWording> = {};
	for (const { text, place } of written) {
		const before = questions[place.question] ?? {};
		questions[place.question] =
			place.part === 'option'
				? { ...before, options: { ...before.options, [place.code]: text } }
				: { ...before, [place.part]: text };
	}
	return { language, questions };
}

/** What is already registered, by field. */
export function toWordingValues(instrument: Instrument, wording: Wording | null): Record<string, string> {
	const known = fieldsOf(instrument).map(({ name, place }) => {
		const own = wording?.questions[place.question];
		const text = place.part === 'option' ? own?.options?.[place.code] : own?.[place.part];
		return [name, text ?? ''] as const;
	});
	return Object.fromEntries(known);
}
