/**
 * Rows as an XLSX file, the first one the heading. Every cell is text, whatever stands in it: what begins with an equals sign
 * is a word there and never a formula, so that nothing needs an apostrophe as in a CSV file.
 */
import writeXlsxFile from 'write-excel-file/node';

export async function toXlsx(rows: readonly (readonly string[])[]): Promise<Buffer> {
	const cells = rows.map((row, index) =>
		row.map((value) => ({
			type: String,
			value,
			...(index === 0 ? { fontWeight: 'bold' as const } : {})
		}))
	);
	return writeXlsxFile(cells, { stickyRowsCount: 1 }).toBuffer();
}
