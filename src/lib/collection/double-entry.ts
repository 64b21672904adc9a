import type { PaperRow } from './paper.ts';
import { readPaperEntry } from './paper.ts';

/**
 * The names of the rows where two people, or one person twice, have read the paper differently. The order of several codes and
 * the way a number is written do not matter; an empty row and a code do.
 */
export function compareEntries(
	rows: readonly PaperRow[],
	first: Readonly<Record<string, string>>,
	second: Readonly<Record<string, string>>
): string[] {
	const read = (row: PaperRow, typed: Readonly<Record<string, string>>): string => {
		const value = readPaperEntry([row], typed).answers[row.question] ?? null;
		return JSON.stringify(Array.isArray(value) ? value.map(String).toSorted() : value);
	};
	return rows.filter((row) => read(row, first) !== read(row, second)).map(({ name }) => name);
}
