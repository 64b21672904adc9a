/** The rows of a paper form in words, and the sentences for what was typed wrong. */
import { printedCode, type PaperEntry, type PaperProblem, type PaperRow } from '#lib/collection/paper.ts';
import type { PaperRowView } from '#lib/cases/ui/paper-row-view.ts';
import type { Option } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';

/** The name of a row's field; the dot keeps it apart from the fields about the answer. */
export const fieldNameOf = (row: Pick<PaperRow, 'name'>): string => `item.${row.name}`;

/** The rows; `showsChoices` writes out every code's words, for forms whose codes nobody knows by heart. */
export function toPaperRowViews(
	rows: readonly PaperRow[],
	showsChoices: boolean,
	language: 'sv' | 'en'
): PaperRowView[] {
	return rows.map((row) => {
		const labelled = row.options.flatMap((option) => toLabelled(option, language));
		return {
			name: row.name,
			fieldName: fieldNameOf(row),
			number: row.number,
			label: textIn(row.label, language) ?? (row.number === '' ? m.staff_paper_field_comment_label() : null),
			codes: codesText(row),
			meanings: Object.fromEntries(labelled.map(({ code, label }) => [code.toLowerCase(), label])),
			choices: showsChoices ? labelled : [],
			exactCodes: row.kind === 'code' ? row.options.map((option) => printedCode(option).toLowerCase()) : [],
			isNumeric: row.kind === 'code' && row.options.every((option) => /^\d+$/.test(printedCode(option))),
			width: row.kind === 'number' ? 'code' : row.kind
		};
	});
}

/** Only words that say more than the code itself. */
function toLabelled(option: Option, language: 'sv' | 'en'): { code: string; label: string }[] {
	const code = printedCode(option);
	const label = textIn(option.label, language);
	return label === null || label === code ? [] : [{ code, label }];
}

/** "0–4" when the codes follow on each other, otherwise all of them: "0, 2, 4". */
export function codesText(row: PaperRow): string {
	switch (row.kind) {
		case 'code':
			return listCodes(row.options);
		case 'codes':
			return `${listCodes(row.options)} (${m.staff_paper_codes_several()})`;
		case 'number':
			return row.lowest !== null && row.highest !== null
				? m.staff_paper_codes_number({ lowest: row.lowest, highest: row.highest })
				: m.staff_paper_codes_any_number();
		case 'date':
			return m.staff_paper_codes_date();
		case 'text':
			return m.staff_paper_codes_text();
	}
}

function listCodes(options: readonly Option[]): string {
	const codes = options.map(printedCode);
	const numbers = codes.map(Number);
	const isUnbroken = numbers.every((number, index) => number === Number(codes[0]) + index);
	const [first = '', last = ''] = [codes[0], codes.at(-1)];
	return isUnbroken && codes.length > 2 ? `${first}–${last}` : codes.join(', ');
}

/** A sentence per field that was typed wrong. */
export function paperErrors(
	rows: readonly PaperRow[],
	typed: Readonly<Record<string, string>>,
	{ problems }: Pick<PaperEntry, 'problems'>
): Record<string, string> {
	const wrong = rows.flatMap((row) => {
		const problem = problems[row.name];
		return problem ? [[fieldNameOf(row), problemSentence(row, problem, typed[row.name] ?? '')] as const] : [];
	});
	return Object.fromEntries(wrong);
}

export function problemSentence(row: PaperRow, problem: PaperProblem, typed: string): string {
	const { number } = row;
	switch (problem) {
		case 'unknown-code':
			return m.staff_paper_problem_code({ number, typed, codes: codesText(row) });
		case 'not-a-number':
			return m.staff_paper_problem_number({ number });
		case 'outside-range':
			return m.staff_paper_problem_range({ number, lowest: row.lowest ?? '', highest: row.highest ?? '' });
		case 'not-a-date':
			return m.staff_paper_problem_date({ number });
	}
}
