/**
 * Rows as a file that Swedish Excel opens as it is: semicolons, CRLF and a byte order mark. A cell that a spreadsheet
 * would run as a formula gets an apostrophe first (OWASP, CSV injection; ASVS 5.0 1.2.10).
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map(toCell).join(';')}\r\n`).join('')}`;
}

function toCell(text: string): string {
	// A formula may hide behind what spreadsheets skip: spaces, a quote, a tab.
	const safe = /^[\s"'\0]*[=+\-@\t\r\0|%]/.test(text) && !isNumber(text) ? `'${text}` : text;
	return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A negative number is no formula. */
function isNumber(text: string): boolean {
	return /^-\d+([.,]\d+)?$/.test(text);
}
