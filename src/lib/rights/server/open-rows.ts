import { isSealedColumn, type Sealed } from '#lib/secrecy/sealed-columns.ts';
import type { FieldCipher } from '#lib/secrecy/server/field-cipher.ts';
import { withheldColumns, type ExtractRow, type ExtractTable } from '../extract.ts';

/** Sealed columns with JSON in them. */
const answerColumns: ReadonlySet<string> = new Set([
	'responses.answers',
	'response_corrections.answers_before',
	'responses.answer_layers'
]);

/** The rows with every sealed column opened, but for what is withheld. Throws when something cannot be opened. */
export function openRows({ open }: FieldCipher, tables: readonly ExtractTable[]): readonly ExtractTable[] {
	const openValue = (name: string, row: ExtractRow, value: unknown): unknown => {
		if (value === null) return null;
		const withheld = withheldColumns[name];
		if (withheld) return { withheld };
		if (!isSealedColumn(name)) return value;
		const text = open(name, String(row['id']), value as Sealed);
		return answerColumns.has(name) ? (JSON.parse(text) as unknown) : text;
	};
	return tables.map(({ name, rows }) => ({
		name,
		rows: rows.map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([column, value]) => [column, openValue(`${name}.${column}`, row, value)])
			)
		)
	}));
}
