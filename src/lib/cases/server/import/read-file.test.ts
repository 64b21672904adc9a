import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#lib/shared/to-csv.ts';
import { toXlsx } from '#lib/shared/server/to-xlsx.ts';
import { maxImportRows } from '../../import/import-limits.ts';
import { inspectArchive } from './inspect-archive.ts';
import { readFile } from './read-file.ts';

const expected = {
	ok: true,
	value: {
		headings: ['Ärende', 'Öppnat'],
		rows: [
			['Ä-1', '2026-01-02'],
			['Å "2"', '']
		]
	}
};
const lines = (sign: string) => `Ärende${sign}Öppnat\r\nÄ-1${sign}2026-01-02\r\n"Å ""2"""${sign}\r\n\r\n`;
const latin = (text: string) => Buffer.from(text, 'latin1');

describe('a file of cells', () => {
	it.each([
		['semicolons, UTF-8', Buffer.from(lines(';'))],
		['a byte order mark', Buffer.from(`\uFEFF${lines(';')}`)],
		['commas', Buffer.from(lines(','))],
		['tabs, as pasted from a spreadsheet', Buffer.from(lines('\t'))],
		['Windows-1252', latin(lines(';'))],
		['UTF-16', Buffer.from(`\uFEFF${lines('\t')}`, 'utf16le')]
	])('is read with %s', async (_, file) => {
		expect(await readFile(file)).toEqual(expected);
	});

	it('is read as it was written by our own export, formulas disarmed and armed again as words', async () => {
		const rows = [['Ärende'], ['=1+1'], ['-5'], ['@x']];
		const read = { ok: true, value: { headings: ['Ärende'], rows: [['=1+1'], ['-5'], ['@x']] } };
		expect(await readFile(Buffer.from(toCsv(rows)))).toEqual(read);
		expect(await readFile(await toXlsx(rows))).toEqual(read);
	});

	it.each([
		['empty', Buffer.from('')],
		['no-rows', Buffer.from('Ärende;Öppnat\n\n')],
		['not-a-spreadsheet', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])],
		['not-a-spreadsheet', Buffer.from('PK\u0003\u0004 nothing of the kind')],
		['old-excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
		['too-many-rows', Buffer.from(`A\n${'x\n'.repeat(maxImportRows + 1)}`)]
	])('is refused as %s', async (problem, file) => {
		expect(await readFile(file)).toEqual({ ok: false, problem });
	});

	it('takes as many rows as are allowed', async () => {
		const read = await readFile(Buffer.from(`A\n${'x\n'.repeat(maxImportRows)}`));
		expect(read.ok && read.value.rows.length).toBe(maxImportRows);
	});
});

/** An archive with one part, written by hand: the sizes it declares may be lies. */
function archive(name: string, content: Buffer): Buffer {
	const packed = deflateRawSync(content);
	const header = Buffer.alloc(30);
	header.writeUInt32LE(0x04034b50);
	header.writeUInt16LE(8, 8);
	header.writeUInt16LE(name.length, 26);
	const line = Buffer.alloc(46);
	line.writeUInt32LE(0x02014b50);
	line.writeUInt16LE(8, 10);
	line.writeUInt32LE(packed.length, 20);
	line.writeUInt32LE(10, 24);
	line.writeUInt16LE(name.length, 28);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(header.length + name.length + packed.length, 16);
	return Buffer.concat([header, Buffer.from(name), packed, line, Buffer.from(name), end]);
}

describe('an archive', () => {
	const limits = { maxParts: 10, maxBytes: 1_000_000, maxRows: 100, maxColumns: 30 };
	const sheet = (cell: string) =>
		inspectArchive(archive('xl/worksheets/sheet1.xml', Buffer.from(`<row r="1"><c ${cell}/></row>`)), limits);

	it('is refused when it unfolds to more than is allowed, whatever it says itself', () => {
		expect(inspectArchive(archive('xl/a.xml', Buffer.alloc(2_000_000)), limits)).toBe('too-large');
		expect(inspectArchive(archive('xl/a.xml', Buffer.alloc(900_000)), limits)).toBeNull();
	});

	it('is refused when a cell is so far away that a table up to it would fill the memory', () => {
		expect(sheet('r="AD100"')).toBeNull();
		expect(sheet('r="AE100"')).toBe('too-large');
		expect(sheet("r='A101'")).toBe('too-large');
		expect(sheet('r="&#88;FD1048576"')).toBe('too-large');
	});

	it('is refused when it declares entities', () => {
		const text = Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><x/>');
		expect(inspectArchive(archive('xl/sharedStrings.xml', text), limits)).toBe('not-a-spreadsheet');
	});

	it('is refused when it is cut off', () => {
		const whole = archive('xl/a.xml', Buffer.from('<x/>'));
		expect(inspectArchive(whole.subarray(0, whole.length - 30), limits)).toBe('not-a-spreadsheet');
	});
});
