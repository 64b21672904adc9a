/** From an uploaded or pasted file to its cells, as text. Dates become ISO days; nothing else is made of anything. */
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/universal';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { FileFault } from '../../import/file-fault.ts';
import { maxImportRows } from '../../import/import-limits.ts';
import { inspectArchive } from './inspect-archive.ts';

export interface FileCells {
	readonly headings: readonly string[];
	/** Every row under the heading, each as long as the heading; row 0 is row 2 of the file. */
	readonly rows: readonly (readonly string[])[];
}

const maxColumns = 100;
/** No field takes more; it is shown cut off, and refused as too long. */
const maxCellLength = 500;
const limits = { maxParts: 200, maxBytes: 20_000_000, maxRows: maxImportRows + 1, maxColumns };

/** Reads CSV (UTF-8, UTF-16 or Windows-1252; semicolon, comma or tab) and XLSX, which is told by its first bytes. */
export async function readFile(file: Buffer): Promise<Result<FileCells, FileFault>> {
	if (file.length === 0) return refuse('empty');
	if (file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return refuse('old-excel');
	const isArchive = file.subarray(0, 2).toString('latin1') === 'PK';
	const cells = isArchive ? await readXlsx(file) : readCsv(decode(file));
	return cells.ok ? toCells(cells.value) : cells;
}

type Cells = readonly (readonly string[])[];

async function readXlsx(file: Buffer): Promise<Result<Cells, FileFault>> {
	const fault = inspectArchive(file, limits);
	if (fault) return refuse(fault);
	try {
		const sheet = await readSheet(new Uint8Array(file).buffer);
		return ok(sheet.map((row) => row.map(toText)));
	} catch {
		return refuse('not-a-spreadsheet');
	}
}

function toText(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	// A day has no clock in the file: it is read as midnight, UTC.
	if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
	return String(cell);
}

/** A file without a mark is UTF-8 when it can be, and otherwise what Swedish Excel has written for thirty years. */
function decode(file: Buffer): string {
	if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(file);
	} catch {
		return new TextDecoder('windows-1252').decode(file);
	}
}

function readCsv(text: string): Result<Cells, FileFault> {
	// No text has these; a picture or a document has.
	if (text.includes('\0')) return refuse('not-a-spreadsheet');
	try {
		const cells = parse(text, {
			delimiter: guessDelimiter(text),
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: false,
			// One more than is allowed, so that too many can be told from just enough.
			to: maxImportRows + 2,
			max_record_size: 100_000
		});
		return ok(cells);
	} catch {
		return refuse('not-a-spreadsheet');
	}
}

/** The sign that divides the heading the most; a semicolon where none does. */
function guessDelimiter(text: string): string {
	const heading = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
	const counts = [';', '\t', ','].map((sign) => ({ sign, count: heading.split(sign).length }));
	return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

function toCells(cells: Cells): Result<FileCells, FileFault> {
	const [heading = [], ...below] = cells;
	const headings = heading.slice(0, maxColumns).map(clean);
	while (headings.at(-1) === '') headings.pop();
	const rows = [...below];
	while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
	if (headings.length === 0 || rows.length === 0) return refuse('no-rows');
	if (rows.length > maxImportRows) return refuse('too-many-rows');
	return ok({ headings, rows: rows.map((row) => headings.map((_, at) => clean(row[at] ?? ''))) });
}

/** A cell that our own export has put an apostrophe before is read as it was before (see to-csv.ts). */
function clean(cell: string): string {
	const text = cell.slice(0, maxCellLength).trim();
	return /^'[=+\-@|%]/.test(text) ? text.slice(1) : text;
}
