/** A form as it is printed: every question with its number, words and codes, so that what is ticked can be entered by number. */
import { listPaperRows, printedCode, type PaperRow } from '#lib/collection/paper.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Element, Option, Question } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';

export interface PrintedQuestion {
	readonly name: string;
	readonly number: string;
	readonly text: string;
	readonly help: string | null;
	/** How it is answered, where that does not show by itself. */
	readonly how: string | null;
	readonly options: readonly { readonly code: string; readonly label: string }[];
	/** A line to write on: short for a number or a day, several for free text, none where there are boxes. */
	readonly lines: 0 | 1 | 3;
}

export interface PrintedPage {
	readonly name: string;
	readonly title: string | null;
	readonly description: string | null;
	readonly questions: readonly PrintedQuestion[];
}

export interface PrintedForm {
	readonly pages: readonly PrintedPage[];
	/** Some questions are asked only with certain answers, which paper cannot see to. */
	readonly hasConditions: boolean;
}

export function toPrintedForm(instrument: Instrument, language: 'sv' | 'en'): PrintedForm {
	const { questionnaire } = instrument;
	const rows = listPaperRows(instrument);
	const questions = questionnaire.pages.flatMap(({ elements }) => elements.flatMap(listElements));
	return {
		pages: questionnaire.pages.map((page) => ({
			name: page.name,
			title: textIn(page.title, language),
			description: textIn(page.description, language),
			questions: page.elements.flatMap(listElements).flatMap((question) => {
				const own = rows.filter((row) => row.question === question.name);
				return toPrinted(question, own, language);
			})
		})),
		hasConditions:
			questions.some(({ visibleIf, enableIf }) => visibleIf !== null || enableIf !== null) ||
			questionnaire.pages.some(({ visibleIf }) => visibleIf !== null)
	};
}

function listElements(element: Element): Question[] {
	return element.kind === 'panel' ? element.elements.flatMap(listElements) : [element];
}

/** One for the question, or one for each row of a matrix; the text beside an answer is a line of its own. */
function toPrinted(question: Question, rows: readonly PaperRow[], language: 'sv' | 'en'): PrintedQuestion[] {
	return rows.map((row) => ({
		name: row.name,
		number: row.number,
		text: textIn(row.label, language) ?? '',
		help: row.matrixRow === null && row.number !== '' ? textIn(question.help, language) : null,
		how: howWords(row),
		options: row.options.map((option) => ({
			code: printedCode(option),
			label: optionWords(option, language)
		})),
		lines: row.options.length > 0 ? 0 : row.kind === 'text' ? 3 : 1
	}));
}

function howWords(row: PaperRow): string | null {
	if (row.kind === 'codes') return m.paper_print_several();
	if (row.kind === 'date') return m.staff_paper_codes_date();
	const { lowest, highest } = row;
	return lowest !== null && highest !== null ? m.paper_print_line({ lowest, highest }) : null;
}

function optionWords({ code, label }: Option, language: 'sv' | 'en'): string {
	const words = textIn(label, language);
	if (words !== null) return words;
	if (code === true) return m.paper_print_yes();
	return code === false ? m.paper_print_no() : '';
}
