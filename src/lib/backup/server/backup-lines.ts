/**
 * The inside of a backup: lines of JSON. First what it is, then each table with its rows as PostgreSQL writes them
 * (`row::text`), what they should add up to, and last a line that says that everything has been said.
 */
import { StringDecoder } from 'node:string_decoder';
import * as v from 'valibot';
import { makeRefusal } from './refusals.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const beginningSchema = v.strictObject({
	genklang: v.string(),
	madeAt: v.string(),
	/** Hashes of the migrations that the database had been through, in order. */
	migrations: v.array(v.string()),
	/** Names the master key that the boards' keys are wrapped with; without it nothing sealed can be read. */
	masterKey: v.nullable(v.string())
});
export type Beginning = v.InferOutput<typeof beginningSchema>;

const tableSchema = v.strictObject({ table: v.string(), columns: v.array(v.string()) });
export type TableLine = v.InferOutput<typeof tableSchema>;

/** What a table adds up to, whatever order its rows are in. */
export const totalSchema = v.strictObject({ rows: count, sum: v.pipe(v.string(), v.regex(/^\d+$/)) });
export type TableTotal = v.InferOutput<typeof totalSchema>;

const tableEndSchema = v.strictObject({ end: v.string(), ...totalSchema.entries });
const endingSchema = v.strictObject({ done: v.literal(true), tables: count, rows: count });

export type BackupLine =
	| { readonly kind: 'beginning'; readonly beginning: Beginning }
	| { readonly kind: 'table'; readonly table: TableLine }
	| { readonly kind: 'row'; readonly row: string }
	| { readonly kind: 'table-end'; readonly table: string; readonly total: TableTotal }
	| { readonly kind: 'ending'; readonly tables: number; readonly rows: number };

/** The line as text, line break included. */
export function formatLine(line: BackupLine): string {
	return `${JSON.stringify(toJson(line))}\n`;
}

function toJson(line: BackupLine): unknown {
	switch (line.kind) {
		case 'beginning':
			return line.beginning;
		case 'table':
			return line.table;
		case 'row':
			return line.row;
		case 'table-end':
			return { end: line.table, ...line.total };
		case 'ending':
			return { done: true, tables: line.tables, rows: line.rows };
	}
}

/**
 * The lines of an opened backup. Refuses one whose order is not the above, whose rows are not as many as it says, or that
 * does not end.
 */
export async function* readLines(source: AsyncIterable<Buffer>): AsyncGenerator<BackupLine, void> {
	let order = beginOrder;
	for await (const text of splitLines(source)) {
		const line = parseLine(text);
		order = order(line);
		yield line;
	}
	if (order !== afterEnding) throw makeRefusal('damaged');
}

async function* splitLines(source: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
	const decoder = new StringDecoder('utf8');
	let unfinished = '';
	for await (const part of source) {
		const lines = (unfinished + decoder.write(part)).split('\n');
		unfinished = lines.pop() ?? '';
		yield* lines;
	}
	if (unfinished !== '') throw makeRefusal('damaged');
}

/** Each says what may come next. */
type Order = (line: BackupLine) => Order;

const beginOrder: Order = (line) => (line.kind === 'beginning' ? betweenTables(0, 0) : refuseLine());

function betweenTables(tables: number, rows: number): Order {
	return (line) => {
		if (line.kind === 'table') return insideTable(line.table.table, tables, rows, 0);
		if (line.kind === 'ending' && line.tables === tables && line.rows === rows) return afterEnding;
		return refuseLine();
	};
}

function insideTable(name: string, tables: number, rows: number, inTable: number): Order {
	return (line) => {
		if (line.kind === 'row') return insideTable(name, tables, rows, inTable + 1);
		if (line.kind === 'table-end' && line.table === name && line.total.rows === inTable) {
			return betweenTables(tables + 1, rows + inTable);
		}
		return refuseLine();
	};
}

const afterEnding: Order = () => refuseLine();

function refuseLine(): never {
	throw makeRefusal('damaged');
}

function parseLine(text: string): BackupLine {
	const json = parseJson(text);
	if (typeof json === 'string') return { kind: 'row', row: json };
	const table = v.safeParse(tableSchema, json);
	if (table.success) return { kind: 'table', table: table.output };
	const end = v.safeParse(tableEndSchema, json);
	if (end.success) {
		const { end: name, ...total } = end.output;
		return { kind: 'table-end', table: name, total };
	}
	const beginning = v.safeParse(beginningSchema, json);
	if (beginning.success) return { kind: 'beginning', beginning: beginning.output };
	const ending = v.safeParse(endingSchema, json);
	if (ending.success) return { kind: 'ending', tables: ending.output.tables, rows: ending.output.rows };
	return refuseLine();
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return refuseLine();
	}
}
