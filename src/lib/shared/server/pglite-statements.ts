/**
 * Statements that PGlite prepares once. Its own `query` has PostgreSQL parse and plan anew every time, and planning a
 * small statement takes several times longer than carrying it out (measured: 0,8 ms against 0,1 ms); it also goes into
 * the database six times for each, where once is enough.
 */
import {
	parse,
	protocol,
	types,
	type PGlite,
	type QueryOptions,
	type Results,
	type Transaction
} from '@electric-sql/pglite';

export type RunStatement = <Row>(text: string, params: readonly unknown[]) => Promise<readonly Row[]>;

export interface Statements {
	/** Runs a statement with `$1`, `$2` … on its own; values are text, numbers, booleans or null. */
	readonly run: RunStatement;
	/** The same database for drizzle, whose statements are prepared too, in transactions and outside them. */
	readonly client: PGlite;
}

interface Prepared {
	readonly name: string;
	/** What each of its values is, by PostgreSQL's number of the type. */
	readonly valueTypes: readonly number[];
}

/** So many are kept; the one that has lain longest unused makes room. */
const mostPrepared = 400;

/** Days and times as PostgreSQL writes them, as drizzle has them too: never turned into a moment in some time zone. */
const asText = (text: string): string => text;
const parsers = { [types.DATE]: asText, [types.TIMESTAMPTZ]: asText };

/** What changes tables is never asked twice, and a plan does not help it. */
const isWorthPreparing = (text: string): boolean => /^\s*(?:select|insert|update|delete|with)\b/i.test(text);

/** What runs statements on the database. */
export function makeStatements(client: PGlite): Statements {
	const known = new Map<string, Prepared>();
	let made = 0;

	/** Always with a Sync, after which the session is in order again also when PostgreSQL refused something. */
	async function send(...messages: Uint8Array[]) {
		const bytes = Buffer.concat([...messages, protocol.serialize.sync()]);
		const { messages: answers } = await client.execProtocol(bytes, { syncToFs: false });
		return answers;
	}

	async function prepare(text: string): Promise<Prepared> {
		const found = known.get(text);
		if (found) {
			// Last in line again.
			known.delete(text);
			known.set(text, found);
			return found;
		}
		const [longestUnused, old] = known.entries().next().value ?? [];
		if (known.size >= mostPrepared && longestUnused !== undefined && old) {
			known.delete(longestUnused);
			await send(protocol.serialize.close({ type: 'S', name: old.name }));
		}
		made += 1;
		const name = `genklang_${made}`;
		const answers = await send(
			protocol.serialize.parse({ name, text }),
			protocol.serialize.describe({ type: 'S', name })
		);
		const prepared = { name, valueTypes: parse.parseDescribeStatementResults(answers) };
		known.set(text, prepared);
		return prepared;
	}

	async function execute<Row>(text: string, params: readonly unknown[], options: QueryOptions) {
		const { name, valueTypes } = await prepare(text);
		const values = params.map((value, at) => {
			if (value === null || value === undefined) return null;
			const write = client.serializers[valueTypes[at] ?? 0];
			return write ? write(value) : String(value);
		});
		const answers = await send(
			protocol.serialize.bind({ statement: name, values }),
			protocol.serialize.describe({ type: 'P' }),
			protocol.serialize.execute({})
		);
		const { rowMode, parsers: own } = options;
		return parse.parseResults(
			answers,
			joinParsers(client.parsers, own),
			rowMode ? { rowMode } : {}
		)[0] as Results<Row>;
	}

	// As in PGlite's own: never inside somebody else's transaction, never between two halves of a statement.
	const inTransaction = <Row>(text: string, params: readonly unknown[], options: QueryOptions) =>
		client._runExclusiveQuery(() => execute<Row>(text, params, options));
	const onItsOwn = <Row>(text: string, params: readonly unknown[], options: QueryOptions) =>
		client._runExclusiveTransaction(() => inTransaction<Row>(text, params, options));

	return {
		run: async <Row>(text: string, params: readonly unknown[]) =>
			(await onItsOwn<Row>(text, params, { parsers })).rows,
		client: asPrepared(client, onItsOwn, inTransaction)
	};
}

type Parsers = PGlite['parsers'];

/**
 * What reads values of each type, where the statement has its own. PGlite would copy all of the database's for every
 * statement: a quarter of a millisecond, as long as a small statement itself takes.
 */
function joinParsers(all: Parsers, own: QueryOptions['parsers']): Parsers {
	return own ? (Object.assign(Object.create(all), own) as Parsers) : all;
}

type Query = <Row>(text: string, params: readonly unknown[], options: QueryOptions) => Promise<Results<Row>>;

function asPrepared(client: PGlite, onItsOwn: Query, inTransaction: Query): PGlite {
	const query: PGlite['query'] = (text, params = [], options = {}) =>
		isWorthPreparing(text) ? onItsOwn(text, params, options) : client.query(text, params, options);
	const transaction: PGlite['transaction'] = (work) =>
		client.transaction((tx) => {
			const inIt: Transaction['query'] = (text, params = [], options = {}) =>
				// PGlite itself refuses what comes after the end.
				isWorthPreparing(text) && !tx.closed
					? inTransaction(text, params, options)
					: tx.query(text, params, options);
			return work(replace(tx, { query: inIt }));
		});
	return replace(client, { query, transaction });
}

/** The same object with some of its methods replaced; the others are its own, private parts included. */
function replace<T extends object>(target: T, methods: Partial<T>): T {
	return new Proxy(target, {
		get(from, key) {
			const value: unknown = Reflect.get(
				key in methods ? methods : from,
				key,
				key in methods ? methods : from
			);
			return typeof value === 'function' ? (value.bind(from) as unknown) : value;
		}
	});
}
