/**
 * Everything we know how to do to find out who answered what. Knows no design: it takes each table, each column and each
 * of PostgreSQL's own columns, tries every order and every join, and reads the files.
 */
import type { DumpedRow, Evidence, SeenPerson } from './evidence.ts';

/** Whom the attack believes gave which answer. */
export interface Attack {
	readonly name: string;
	/** By person's name. */
	readonly guesses: ReadonlyMap<string, string>;
}

interface AnswerRow {
	readonly answer: string;
	readonly row: DumpedRow;
}

/** The evidence as it is worked with: what is looked up often is looked up once. */
interface Case extends Evidence {
	/** The answers that are in each dump. */
	readonly answersByDump: readonly ReadonlySet<string>[];
	/** Rows with a person's mark in a column, for each dump and table. */
	readonly marked: readonly {
		readonly dump: number;
		readonly table: string;
		readonly rows: readonly MarkedRow[];
	}[];
}

interface MarkedRow {
	readonly person: SeenPerson;
	readonly row: DumpedRow;
}

function openCase(evidence: Evidence): Case {
	const byMark = new Map(evidence.people.flatMap((person) => person.marks.map((mark) => [mark, person])));
	const findPerson = ({ columns }: DumpedRow): SeenPerson | undefined =>
		Object.values(columns).flatMap((value) => byMark.get(String(value)) ?? [])[0];
	const tables = evidence.dumps.flatMap((dump, at) =>
		[...dump].map(([table, rows]) => ({
			dump: at,
			table,
			rows: rows.flatMap((row): MarkedRow[] => {
				const person = findPerson(row);
				return person ? [{ person, row }] : [];
			})
		}))
	);
	return {
		...evidence,
		marked: tables.filter(({ rows }) => rows.length > 0),
		answersByDump: evidence.dumps.map(
			(dump) =>
				new Set(
					[...dump.values()].flatMap((rows) => rows.flatMap(({ text }) => evidence.readAnswer(text) ?? []))
				)
		)
	};
}

/** All attacks that give anything to believe, each different guess once. */
export function attack(given: Evidence): Attack[] {
	const evidence = openCase(given);
	const last = evidence.dumps.at(-1) ?? new Map<string, DumpedRow[]>();
	const attacks = [...last].flatMap(([table, rows]) => {
		const answers = rows.flatMap((row): AnswerRow[] => {
			const answer = evidence.readAnswer(row.text);
			return answer === null ? [] : [{ answer, row }];
		});
		if (answers.length < evidence.people.length / 2) return [];
		return [
			...attackByOrder(evidence, table, answers),
			...attackByJoin(evidence, table, answers),
			...attackByLength(evidence, table, answers)
		];
	});
	const seen = new Set<string>();
	return attacks.filter(({ guesses }) => {
		const key = JSON.stringify([...guesses]);
		return !seen.has(key) && seen.add(key);
	});
}

/** The share of all people who are linked with their own answer. */
export function scoreAttack({ guesses }: Attack, truth: ReadonlyMap<string, string>): number {
	const right = [...guesses].filter(([name, answer]) => truth.get(name) === answer).length;
	return right / truth.size;
}

type Order = readonly (number | string)[];

/** Those who answered, in order, against the answers in every order that can be read out. */
function attackByOrder(evidence: Case, table: string, answers: readonly AnswerRow[]): Attack[] {
	const columns = Object.keys(answers[0]?.row.columns ?? {});
	const place = ({ row }: AnswerRow): Order => row.ctid;
	const orders: readonly (readonly [string, (one: AnswerRow) => Order])[] = [
		['xmin', ({ row }) => [row.xmin, ...row.ctid]],
		['xmax', ({ row }) => [row.xmax, ...row.ctid]],
		['ctid', place],
		...columns.map((column) => {
			const valueOf = ({ row }: AnswerRow): Order => [orderable(row.columns[column]), ...row.ctid];
			return [`column ${column}`, valueOf] as const;
		}),
		['time bits of ids', ({ row }) => [uuidTime(row), ...row.ctid]],
		['first place in the log', (one) => [findInLog(evidence, one, 'first'), ...one.row.ctid]],
		['last place in the log', (one) => [findInLog(evidence, one, 'last'), ...one.row.ctid]],
		['first dump that has it', (one) => [firstDump(evidence, one), one.row.xmin, ...one.row.ctid]]
	];
	return orders.flatMap(([name, orderOf]) => {
		const keyed = answers.map((one) => ({ answer: one.answer, order: orderOf(one) }));
		const sorted = keyed.toSorted((a, b) => compare(a.order, b.order)).map(({ answer }) => answer);
		return [
			{ name: `${table}: order of ${name}`, guesses: pair(evidence.people, sorted) },
			{ name: `${table}: order of ${name}, backwards`, guesses: pair(evidence.people, sorted.toReversed()) }
		];
	});
}

/** A row with a person's mark in it, in any dump, and the row with an answer that shares a value or a transaction with it. */
function attackByJoin({ marked }: Case, table: string, answers: readonly AnswerRow[]): Attack[] {
	return marked.flatMap(({ dump, table: other, rows }) =>
		listJoins(answers.map(({ row }) => row)).flatMap(([name, keyOf]) => {
			const byKey = Map.groupBy(answers, ({ row }) => keyOf(row));
			return listJoins(rows.map(({ row }) => row)).map(([otherName, otherKeyOf]) => {
				const guesses = new Map(
					rows.flatMap(({ person, row }) => {
						const found = byKey.get(otherKeyOf(row)) ?? [];
						const [only] = found;
						return only && found.length === 1 ? [[person.name, only.answer] as const] : [];
					})
				);
				return { name: `${table}.${name} = ${other}.${otherName} in dump ${dump}`, guesses };
			});
		})
	);
}

/** Whoever wrote the most has the longest row. */
function attackByLength({ marked, people }: Case, table: string, answers: readonly AnswerRow[]): Attack[] {
	const byLength = <T extends { readonly row: DumpedRow }>(rows: readonly T[]): T[] =>
		rows.toSorted((a, b) => a.row.text.length - b.row.text.length);
	const longest = byLength(answers).map(({ answer }) => answer);
	return marked
		.filter(({ rows }) => rows.length >= people.length / 2)
		.map(({ dump, table: other, rows }) => ({
			name: `${table}: length of ${other} in dump ${dump}`,
			guesses: pair(
				byLength(rows).map(({ person }) => person),
				longest
			)
		}));
}

type Join = readonly [string, (row: DumpedRow) => string];

function listJoins(rows: readonly DumpedRow[]): readonly Join[] {
	const columns = Object.keys(rows[0]?.columns ?? {});
	return [
		['xmin', ({ xmin }) => `t${xmin}`],
		['xmax', ({ xmax }) => `t${xmax}`],
		...columns.map((column): Join => [
			column,
			({ columns: values }) => `v${JSON.stringify(values[column] ?? null)}`
		])
	];
}

function pair(people: readonly SeenPerson[], answers: readonly string[]): ReadonlyMap<string, string> {
	return new Map(people.flatMap(({ name }, at) => (answers[at] === undefined ? [] : [[name, answers[at]]])));
}

function compare(a: Order, b: Order): number {
	for (const [at, value] of a.entries()) {
		const other = b[at] ?? '';
		if (value !== other) return value < other ? -1 : 1;
	}
	return 0;
}

function orderable(value: unknown): number | string {
	return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** Versions 1, 6 and 7 carry the time; read as if every id did. */
function uuidTime({ columns }: DumpedRow): string {
	const id = String(columns['id'] ?? '');
	return id.slice(14, 18) + id.slice(9, 13) + id.slice(0, 8);
}

/** Where the answer lies in the log, as it was stored: as text, or in the form that PostgreSQL gives JSON. */
function findInLog({ log }: Evidence, { answer, row }: AnswerRow, which: 'first' | 'last'): number {
	const forms = [Buffer.from(answer), ...listStoredForms(row)].filter(({ length }) => length > 0);
	const places = forms
		.map((form) => (which === 'first' ? log.indexOf(form) : log.lastIndexOf(form)))
		.filter((place) => place >= 0);
	return places.length === 0 ? -1 : which === 'first' ? Math.min(...places) : Math.max(...places);
}

/** Every text and every JSON value of the row that may be told apart from the others by its bytes. */
function listStoredForms({ columns }: DumpedRow): Buffer[] {
	return Object.values(columns).flatMap((value) => {
		if (typeof value === 'object' && value !== null) return [writeNumbers(value as Record<string, unknown>)];
		return typeof value === 'string' && value.length >= 20 && !/^[0-9a-f-]{36}$/.test(value)
			? [Buffer.from(value)]
			: [];
	});
}

/**
 * The numbers of a JSON object as they lie at the end of PostgreSQL's `jsonb`: whole numbers from 0 to 9, in the order of
 * the keys (by length, then by letter), each a short numeric that begins at every fourth byte. Zero has no digit.
 */
function writeNumbers(value: Record<string, unknown>): Buffer {
	const keys = Object.keys(value).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
	const numbers = keys.flatMap((key) => (typeof value[key] === 'number' ? [value[key]] : []));
	const written = Buffer.concat(
		numbers.map((number) =>
			number === 0
				? Buffer.from([0x18, 0, 0, 0, 0, 0x80, 0, 0])
				: Buffer.from([0x20, 0, 0, 0, 0, 0x80, number, 0])
		)
	);
	// What aligns the one after a zero is not there after the last.
	return numbers.at(-1) === 0 ? written.subarray(0, -2) : written;
}

function firstDump({ answersByDump }: Case, { answer }: AnswerRow): number {
	return answersByDump.findIndex((answers) => answers.has(answer));
}
