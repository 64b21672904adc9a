/**
 * Looks through an XLSX file before anything reads it. It is a ZIP archive, and a small one can unfold to gigabytes, or name a
 * cell so far away that a table up to it fills the memory (measured: one cell at XFD1048576 took 1.5 GB). So every part is
 * unfolded here first with a ceiling, and every cell of every sheet is looked at (OWASP, File Upload; ASVS 5.0 5.2.3).
 */
import { inflateRawSync } from 'node:zlib';

export interface ArchiveLimits {
	readonly maxParts: number;
	/** Bytes of all the parts together once unfolded. */
	readonly maxBytes: number;
	readonly maxRows: number;
	readonly maxColumns: number;
}

export type ArchiveFault = 'not-a-spreadsheet' | 'too-large';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const stored = 0;
const deflated = 8;

/** What speaks against reading the file, or null. */
export function inspectArchive(file: Buffer, limits: ArchiveLimits): ArchiveFault | null {
	try {
		return inspect(file, limits);
	} catch {
		// Offsets outside the file, or a part that is no deflate stream.
		return 'not-a-spreadsheet';
	}
}

function inspect(file: Buffer, limits: ArchiveLimits): ArchiveFault | null {
	const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end === -1 || file.readUInt32LE(end) !== endOfDirectory) return 'not-a-spreadsheet';
	const count = file.readUInt16LE(end + 10);
	if (count > limits.maxParts) return 'too-large';
	let at = file.readUInt32LE(end + 16);
	let left = limits.maxBytes;
	for (let part = 0; part < count; part += 1) {
		if (file.readUInt32LE(at) !== directoryEntry) return 'not-a-spreadsheet';
		const nameLength = file.readUInt16LE(at + 28);
		const name = file.toString('utf8', at + 46, at + 46 + nameLength);
		const content = unfold(file, at, left);
		if (typeof content === 'string') return content;
		left -= content.length;
		if (name.endsWith('.xml')) {
			const text = content.toString('utf8');
			// No program that writes spreadsheets declares entities, and they can be made to grow.
			if (/<!DOCTYPE|<!ENTITY/i.test(text)) return 'not-a-spreadsheet';
			if (name.includes('worksheets/') && !areCellsWithin(text, limits)) return 'too-large';
		}
		at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
	}
	return null;
}

/** The part that the directory's line is about; never more than what is left of the ceiling. */
function unfold(file: Buffer, line: number, left: number): Buffer | ArchiveFault {
	const method = file.readUInt16LE(line + 10);
	const size = file.readUInt32LE(line + 20);
	const header = file.readUInt32LE(line + 42);
	if (file.readUInt32LE(header) !== localHeader) return 'not-a-spreadsheet';
	const from = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
	const packed = file.subarray(from, from + size);
	if (method === stored) return packed.length > left ? 'too-large' : packed;
	if (method !== deflated) return 'not-a-spreadsheet';
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) });
	} catch (error) {
		const isTooLarge = error instanceof RangeError;
		return isTooLarge ? 'too-large' : 'not-a-spreadsheet';
	}
}

/** Every place that the sheet names, whatever it is written with: one that is not plain is not within. */
function areCellsWithin(sheet: string, { maxRows, maxColumns }: ArchiveLimits): boolean {
	for (const [, quoted, single] of sheet.matchAll(/\s(?:r|ref)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
		const places = (quoted ?? single ?? '').split(/[: ]/);
		const isWithin = places.every((place) => {
			const match = /^([A-Z]{0,3})(\d{1,7})$/.exec(place);
			if (!match) return false;
			return Number(match[2]) <= maxRows && columnNumber(match[1] ?? '') <= maxColumns;
		});
		if (!isWithin) return false;
	}
	return true;
}

/** A = 1, Z = 26, AA = 27; 0 for a row alone. */
function columnNumber(letters: string): number {
	return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
