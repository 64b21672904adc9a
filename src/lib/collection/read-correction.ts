import type { Answers, AnswerValue, Code } from '#lib/instruments/questionnaire.ts';
import { readPaperEntry, toPaperText, type PaperEntry, type PaperRow } from './paper.ts';

/**
 * The answers with what was typed in place of what stood there, by row name. A row that reads as it did keeps its answer
 * to the letter, and a row that was not sent along is not touched; an emptied one loses its answer.
 */
export function readCorrection(
	rows: readonly PaperRow[],
	typed: Readonly<Record<string, string>>,
	before: Answers
): PaperEntry {
	const changed = rows.filter((row) => {
		const text = typed[row.name];
		return text !== undefined && toOneForm(text) !== toOneForm(toPaperText(row, before));
	});
	const texts = Object.fromEntries(
		changed.map((row) => [row.name, (typed[row.name] ?? '').replaceAll('\r\n', '\n')])
	);
	const read = readPaperEntry(changed, texts);
	const answers = changed.reduce<Answers>(
		(all, row) => (read.problems[row.name] ? all : withAnswer(all, row, read.answers[row.question])),
		before
	);
	const empty = rows
		.filter((row) => !read.problems[row.name] && toPaperText(row, answers) === '')
		.map(({ name }) => name);
	return { answers, problems: read.problems, empty };
}

/** A form sends line breaks in its own way, and blanks around are not seen. */
function toOneForm(text: string): string {
	return text.replaceAll('\r\n', '\n').trim();
}

function withAnswer(answers: Answers, row: PaperRow, value: AnswerValue | undefined): Answers {
	const { [row.question]: before, ...rest } = answers;
	if (row.matrixRow === null) return value === undefined ? rest : { ...rest, [row.question]: value };
	const { [row.matrixRow]: _old, ...others } = (before ?? {}) as Readonly<Record<string, Code>>;
	const code = (value as Readonly<Record<string, Code>> | undefined)?.[row.matrixRow];
	const matrix = code === undefined ? others : { ...others, [row.matrixRow]: code };
	return Object.keys(matrix).length === 0 ? rest : { ...rest, [row.question]: matrix };
}
