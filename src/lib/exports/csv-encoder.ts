/**
 * The rows as CSV: either so that Swedish Excel opens it as it is (UTF-8 with byte order mark, semicolon, decimal comma),
 * or as RFC 4180 says. What a spreadsheet would run as a formula is made text in both.
 */
import { toCsvCell } from '#lib/shared/to-csv.ts';
import type { Encoder } from './encoder.ts';
import type { ValueForm } from './export-order.ts';
import { labelCell, listLabels } from './label-cell.ts';
import type { Cell, Variable } from './variable.ts';

export interface CsvForm {
	readonly separator: ';' | ',';
	readonly decimalSign: ',' | '.';
	readonly hasByteOrderMark: boolean;
}

export const swedishCsv: CsvForm = { separator: ';', decimalSign: ',', hasByteOrderMark: true };
export const rfc4180: CsvForm = { separator: ',', decimalSign: '.', hasByteOrderMark: false };

export function makeCsvEncoder(
	fileName: string,
	variables: readonly Variable[],
	form: CsvForm,
	valueForm: ValueForm
): Encoder {
	const { separator, hasByteOrderMark } = form;
	const labels = variables.map(listLabels);
	return {
		fileName,
		head: () => `${hasByteOrderMark ? '\uFEFF' : ''}${variables.map(({ name }) => name).join(separator)}\r\n`,
		row: (record) => {
			let line = '';
			for (const [index, variable] of variables.entries()) {
				const cell = variable.read(record);
				const shown = valueForm === 'labels' ? labelCell(labels[index], cell) : cell;
				line += `${index === 0 ? '' : separator}${toText(shown, form)}`;
			}
			return `${line}\r\n`;
		},
		tail: () => ''
	};
}

function toText(cell: Cell, { separator, decimalSign }: CsvForm): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return toCsvCell(cell, separator);
	const text = String(cell);
	return decimalSign === ',' ? text.replace('.', ',') : text;
}

/** Rows of text in the same form, for codebooks. */
export function writeCsv(rows: readonly (readonly string[])[], form: CsvForm): string {
	const { separator, hasByteOrderMark } = form;
	const lines = rows.map((row) => `${row.map((text) => toCsvCell(text, separator)).join(separator)}\r\n`);
	return `${hasByteOrderMark ? '\uFEFF' : ''}${lines.join('')}`;
}
