/**
 * The rows as an SPSS system file (.sav), uncompressed, with names, labels, value labels and declared missing values. The
 * format is the one that the PSPP project documents (PSPP Developers Guide, "System File Format"); the records' names here are
 * that guide's. Why it is written here: docs/decisions/0045-exports.md.
 */
import type { Encoder } from './encoder.ts';
import { highestMissing, lowestMissing } from './missing-codes.ts';
import { concatBytes, cutToBytes, makeSavBytes, padBytes, toBytes, type SavBytes } from './sav-bytes.ts';
import { widestText } from './split-long-texts.ts';
import type { Cell, Variable } from './variable.ts';

interface Column {
	readonly variable: Variable;
	/** Eight characters at most, as SPSS had them from the beginning; the long name is in a record of its own. */
	readonly shortName: string;
	/** Bytes of a text, 0 for a number. */
	readonly width: number;
	/** How many pieces of eight bytes a value takes. */
	readonly segments: number;
	/** Place in the dictionary, from 1, counted in segments. */
	readonly index: number;
}

const systemMissing = -Number.MAX_VALUE;
const longestLabel = 120;
/** Format types as the records number them. */
const format = { text: 1, number: 5, isoDay: 39 } as const;
/** Days are seconds since the Gregorian calendar began. */
const gregorianEpoch = Date.UTC(1582, 9, 14);

export interface SavLabels {
	/** What the file is, at most 64 bytes. */
	readonly file: string;
	readonly missing: readonly { readonly code: number; readonly label: string }[];
	/** `2026-03-02`. */
	readonly madeOn: string;
}

export function makeSavEncoder(fileName: string, variables: readonly Variable[], labels: SavLabels): Encoder {
	const columns = toColumns(variables);
	const caseBytes = 8 * columns.reduce((sum, { segments }) => sum + segments, 0);
	return {
		fileName,
		head: () => concatBytes(listRecords(columns, labels)),
		row(record) {
			const bytes = makeSavBytes(caseBytes);
			for (const column of columns) writeCell(bytes, column, column.variable.read(record));
			return bytes.done();
		},
		tail: () => ''
	};
}

function toColumns(variables: readonly Variable[]): Column[] {
	let next = 1;
	return variables.map((variable, position) => {
		const width = variable.kind === 'text' ? Math.min(variable.width ?? widestText, widestText) : 0;
		const segments = Math.max(1, Math.ceil(width / 8));
		const index = next;
		next += segments;
		return { variable, shortName: `V${position + 1}`, width, segments, index };
	});
}

function writeCell(bytes: SavBytes, { variable, width, segments }: Column, cell: Cell): void {
	if (variable.kind === 'text') {
		bytes.text(fitText(cell === null ? '' : String(cell), width), segments * 8);
	} else if (cell === null) bytes.double(systemMissing);
	else if (variable.kind === 'day') {
		bytes.double((Date.parse(`${cell}T00:00:00Z`) - gregorianEpoch) / 1000);
	} else bytes.double(Number(cell));
}

/** The text, or as much of it as goes in before a sign that there is more. */
function fitText(text: string, width: number): Uint8Array {
	const bytes = toBytes(text);
	if (bytes.length <= width) return bytes;
	return concatBytes([cutToBytes(text, width - more.length), more]);
}

const more = toBytes('…');

function listRecords(columns: readonly Column[], labels: SavLabels): Uint8Array[] {
	return [
		headerRecord(columns, labels),
		...columns.map(variableRecord),
		...columns.flatMap((column) => valueLabelRecords(column, labels)),
		...infoRecords(columns),
		makeSavBytes(8).int(999).int(0).done()
	];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function headerRecord(columns: readonly Column[], { file, madeOn }: SavLabels): Uint8Array {
	const [year = '', month = '', day = ''] = madeOn.split('-');
	return makeSavBytes(176)
		.text(toBytes('$FL2'), 4)
		.text(toBytes('@(#) SPSS DATA FILE Genklang'), 60)
		.int(2)
		.int(columns.reduce((sum, { segments }) => sum + segments, 0))
		.int(0)
		.int(0)
		.int(-1)
		.double(100)
		.text(toBytes(`${day} ${months[Number(month) - 1] ?? 'Jan'} ${year.slice(2)}`), 9)
		.text(toBytes('00:00:00'), 8)
		.text(cutToBytes(file, 64), 64)
		.text(toBytes(''), 3)
		.done();
}

function variableRecord({ variable, shortName, width, segments }: Column): Uint8Array {
	const label = cutToBytes(variable.label, longestLabel);
	const room = 4 * Math.ceil(label.length / 4);
	const isRange = variable.hasMissingCodes;
	const shown = toFormat(variable, width);
	const bytes = makeSavBytes(32 + 4 + room + (isRange ? 16 : 0) + 32 * (segments - 1))
		.int(2)
		.int(width)
		.int(1)
		.int(isRange ? -2 : 0)
		.int(shown)
		.int(shown)
		.text(toBytes(shortName), 8)
		.int(label.length)
		.text(label, room);
	if (isRange) bytes.double(lowestMissing).double(highestMissing);
	for (let more = 1; more < segments; more += 1) {
		bytes.int(2).int(-1).int(0).int(0).int(0).int(0).text(toBytes(''), 8);
	}
	return bytes.done();
}

function toFormat({ kind, decimals }: Variable, width: number): number {
	if (kind === 'text') return (format.text << 16) | (width << 8);
	if (kind === 'day') return (format.isoDay << 16) | (10 << 8);
	return (format.number << 16) | (8 << 8) | Math.min(decimals, 6);
}

/** Labels of values, and of the kinds of missing where they are declared. Texts longer than eight bytes have theirs apart. */
function valueLabelRecords({ variable, index, width }: Column, { missing }: SavLabels): Uint8Array[] {
	if (width > 8) return [];
	const all = [...variable.valueLabels, ...(variable.hasMissingCodes ? missing : [])];
	if (all.length === 0) return [];
	const texts = all.map(({ code, label }) => ({ code, text: cutToBytes(label, longestLabel) }));
	const roomOf = (length: number): number => 8 * Math.ceil((length + 1) / 8) - 1;
	const size = texts.reduce((sum, { text }) => sum + 9 + roomOf(text.length), 8) + 12;
	const bytes = makeSavBytes(size).int(3).int(texts.length);
	for (const { code, text } of texts) {
		if (width > 0) bytes.text(toBytes(String(code)), 8);
		else bytes.double(Number(code));
		bytes.byte(text.length).text(text, roomOf(text.length));
	}
	return [bytes.int(4).int(1).int(index).done()];
}

function infoRecords(columns: readonly Column[]): Uint8Array[] {
	const integers = makeSavBytes(32).int(1).int(0).int(0).int(-1).int(1).int(1).int(2).int(65001).done();
	const floats = makeSavBytes(24)
		.double(systemMissing)
		.double(Number.MAX_VALUE)
		.double(-1.7976931348623155e308)
		.done();
	const display = makeSavBytes(12 * columns.length);
	for (const { variable, width } of columns) {
		display
			.int(measureOf(variable))
			.int(width === 0 ? 10 : Math.min(width, 30))
			.int(width === 0 ? 1 : 0);
	}
	const names = columns.map(({ shortName, variable }) => `${shortName}=${variable.name}`).join('\t');
	const longLabels = columns.flatMap(longStringLabels);
	return [
		info(3, 4, integers),
		info(4, 8, floats),
		info(11, 4, display.done()),
		info(13, 1, toBytes(names)),
		info(20, 1, toBytes('UTF-8')),
		...(longLabels.length > 0 ? [info(21, 1, concatBytes(longLabels))] : [])
	];
}

/** 1 is nominal, 3 is a scale. */
function measureOf({ kind, valueLabels }: Variable): number {
	return kind === 'text' || valueLabels.length > 0 ? 1 : 3;
}

function info(subtype: number, size: number, data: Uint8Array): Uint8Array {
	return makeSavBytes(16 + data.length)
		.int(7)
		.int(subtype)
		.int(size)
		.int(data.length / size)
		.text(data, data.length)
		.done();
}

/** "Long String Value Labels Record": labels of texts of more than eight bytes, by the variable's long name. */
function longStringLabels({ variable, width }: Column): Uint8Array[] {
	if (width <= 8 || variable.valueLabels.length === 0) return [];
	const name = toBytes(variable.name);
	const labels = variable.valueLabels.map(({ code, label }) => ({
		value: padBytes(cutToBytes(String(code), width), width),
		text: cutToBytes(label, longestLabel)
	}));
	const size = labels.reduce((sum, { text }) => sum + 8 + width + text.length, 12 + name.length);
	const bytes = makeSavBytes(size).int(name.length).text(name, name.length).int(width).int(labels.length);
	for (const { value, text } of labels) {
		bytes.int(width).text(value, width).int(text.length).text(text, text.length);
	}
	return [bytes.done()];
}
