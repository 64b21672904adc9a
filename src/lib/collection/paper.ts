/**
 * Paper entry: one row per question (or matrix row) with the number and the codes printed on the form. Works for an
 * instrument without wording (KASAM-13 without a permit), since nothing here needs the text.
 */
import type { Instrument } from '#lib/instruments/instrument.ts';
import type {
	Answers,
	AnswerValue,
	Code,
	Element,
	LocalText,
	Option,
	Question
} from '#lib/instruments/questionnaire.ts';

/** What is typed into a row: one code, several codes, a number, a date or free text. */
export type PaperEntryKind = 'code' | 'codes' | 'number' | 'date' | 'text';

export interface PaperRow {
	/** Name of the field: the question's name, or `matrix.row`. */
	readonly name: string;
	readonly question: string;
	/** The matrix row this is, or null for a whole question. */
	readonly matrixRow: string | null;
	/** As printed on the form; the place in the form when the instrument gives no number. */
	readonly number: string;
	readonly kind: PaperEntryKind;
	readonly label: LocalText | null;
	/** In the form's order, empty when the row takes a number, a date or text. */
	readonly options: readonly Option[];
	readonly lowest: number | null;
	readonly highest: number | null;
}

export type PaperProblem = 'unknown-code' | 'not-a-number' | 'outside-range' | 'not-a-date';

export interface PaperEntry {
	readonly answers: Answers;
	readonly problems: Readonly<Record<string, PaperProblem>>;
	/** Names of rows where nothing was written, in the form's order. */
	readonly empty: readonly string[];
}

/** The rows of the form, in its order. */
export function listPaperRows(instrument: Instrument): PaperRow[] {
	const numbers = new Map(instrument.items.map((item) => [item.name, item.number]));
	let place = 0;
	return instrument.questionnaire.pages
		.flatMap((page) => page.elements)
		.flatMap(toRows)
		.map((row) => {
			if (isCommentRow(row)) return { ...row, number: '' };
			place += 1;
			return { ...row, number: numbers.get(row.name) ?? String(place) };
		});
}

/** Reads what was typed, by row name. Codes are those printed on the form; nothing is guessed or rounded. */
export function readPaperEntry(
	rows: readonly PaperRow[],
	typed: Readonly<Record<string, string>>
): PaperEntry {
	const answers: Record<string, AnswerValue> = {};
	const problems: Record<string, PaperProblem> = {};
	const empty: string[] = [];
	for (const row of rows) {
		const text = typed[row.name]?.trim() ?? '';
		const value = text === '' ? undefined : readValue(row, text);
		if (value === undefined) empty.push(row.name);
		else if (typeof value === 'object' && 'problem' in value) problems[row.name] = value.problem;
		else answers[row.question] = withValue(answers[row.question], row, value.value);
	}
	return { answers, problems, empty };
}

/**
 * What a code that is being typed is: whole and no beginning of a longer one, so that the next row can be gone to; a beginning
 * of one; or no code of the row, which can be said at once.
 */
export function judgeTyping(codes: readonly string[], text: string): 'whole' | 'beginning' | 'unknown' {
	const typed = text.trim().toLowerCase();
	const going = codes.filter((code) => code.startsWith(typed));
	if (going.length === 0) return 'unknown';
	return going.length === 1 && going[0] === typed ? 'whole' : 'beginning';
}

/** What to show in a row for an answer that is already there; the opposite of reading it. */
export function toPaperText(row: PaperRow, answers: Answers): string {
	const answer = answers[row.question];
	if (answer === undefined) return '';
	if (row.matrixRow !== null) {
		const code = (answer as Record<string, Code>)[row.matrixRow];
		return code === undefined ? '' : printedCode({ code });
	}
	const codes: readonly Code[] = Array.isArray(answer) ? answer : [answer as Code];
	return codes.map((code) => printedCode({ code })).join(' ');
}

type ReadValue = { readonly value: Code | readonly Code[] } | { readonly problem: PaperProblem };

function readValue(row: PaperRow, text: string): ReadValue {
	switch (row.kind) {
		case 'code': {
			const option = findOption(row, text);
			return option ? { value: option.code } : { problem: 'unknown-code' };
		}
		case 'codes': {
			const options = text.split(/[\s,;]+/).map((part) => findOption(row, part));
			if (options.some((option) => option === undefined)) return { problem: 'unknown-code' };
			return { value: [...new Set(options.flatMap((option) => (option ? [option.code] : [])))] };
		}
		case 'number':
			return readNumber(row, text);
		case 'date':
			return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: text } : { problem: 'not-a-date' };
		case 'text':
			return { value: text };
	}
}

function findOption(row: PaperRow, text: string): Option | undefined {
	return row.options.find((option) => printedCode(option).toLowerCase() === text.toLowerCase());
}

/** The code as it is written on paper: yes and no are 1 and 0. */
export function printedCode(option: Pick<Option, 'code'>): string {
	if (option.code === true) return '1';
	if (option.code === false) return '0';
	return String(option.code);
}

function readNumber(row: PaperRow, text: string): ReadValue {
	if (!/^-?\d+([.,]\d+)?$/.test(text)) return { problem: 'not-a-number' };
	const value = Number(text.replace(',', '.'));
	const isBelow = row.lowest !== null && value < row.lowest;
	const isAbove = row.highest !== null && value > row.highest;
	return isBelow || isAbove ? { problem: 'outside-range' } : { value };
}

function withValue(
	before: AnswerValue | undefined,
	row: PaperRow,
	value: Code | readonly Code[]
): AnswerValue {
	if (row.matrixRow === null) return value;
	return { ...(before as Record<string, Code> | undefined), [row.matrixRow]: value as Code };
}

type UnnumberedRow = Omit<PaperRow, 'number'>;

/** The text that belongs to an option such as "annat, vad?". */
function isCommentRow(row: UnnumberedRow): boolean {
	return row.name.endsWith('-Comment');
}

function toRows(element: Element): UnnumberedRow[] {
	if (element.kind === 'panel') return element.elements.flatMap(toRows);
	return [...toAnswerRows(element), ...toCommentRows(element)];
}

function toCommentRows(question: Question): UnnumberedRow[] {
	const hasOther = 'options' in question && question.options.some((option) => option.role === 'other');
	if (!question.comment && !hasOther) return [];
	const name = `${question.name}-Comment`;
	const otherLabel = 'otherLabel' in question ? question.otherLabel : null;
	const label = question.comment?.label ?? otherLabel;
	const open = { matrixRow: null, options: [], lowest: null, highest: null };
	return [{ ...open, name, question: name, kind: 'text', label }];
}

function toAnswerRows(element: Question): UnnumberedRow[] {
	const base = { name: element.name, question: element.name, matrixRow: null, label: element.title };
	const open = { options: [], lowest: null, highest: null };
	switch (element.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'rating':
		case 'boolean':
			return [{ ...base, ...open, kind: 'code', options: element.options }];
		case 'checkbox':
			return [{ ...base, ...open, kind: 'codes', options: element.options }];
		case 'slider':
			return [{ ...base, ...open, kind: 'number', lowest: element.min, highest: element.max }];
		case 'comment':
			return [{ ...base, ...open, kind: 'text' }];
		case 'text':
			return [{ ...base, ...open, kind: textKind(element), ...numberRange(element) }];
		case 'matrix':
			return element.rows.map((row) => ({
				...open,
				name: `${element.name}.${row.name}`,
				question: element.name,
				matrixRow: row.name,
				kind: 'code',
				label: row.label,
				options: element.columns
			}));
	}
}

type TextQuestion = Extract<Question, { kind: 'text' }>;

function textKind(question: TextQuestion): PaperEntryKind {
	if (question.inputType === 'number') return 'number';
	return question.inputType === 'date' ? 'date' : 'text';
}

function numberRange(question: TextQuestion): { lowest: number | null; highest: number | null } {
	return {
		lowest: typeof question.min === 'number' ? question.min : null,
		highest: typeof question.max === 'number' ? question.max : null
	};
}
