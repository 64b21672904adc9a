/**
 * Rows as a file that Swedish Excel opens as it is: semicolons, CRLF and a byte order mark. A cell that a spreadsheet
 * would run as a formula gets an apostrophe first (OWASP, CSV injection; ASVS 5.0 1.2.10).
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map((text) => toCsvCell(text, ';')).join(';')}\r\n`).join('')}`;
}

/** One cell of text, quoted where it has to be, and never a formula. */
export function toCsvCell(text: string, separator: ';' | ','): string {
	// A formula may hide behind what spreadsheets skip: spaces, a quote, a tab.
	const safe = /^[\s"'\0]*[=+\-@\t\r\0|%]/.test(text) && !isNumber(text) ? `'${text}` : text;
	return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A negative number is no formula. */
function isNumber(text: string): boolean {
	return /^-\d+([.,]\d+)?$/.test(text);
}
