/** The embedded database: PostgreSQL in this process, in a folder (durable and locked) or in memory (tests). */
import { PGlite } from '@electric-sql/pglite';
import { sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { existsSync, mkdirSync, openAsBlob } from 'node:fs';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { makeKeyRing, type KeyRing } from '#lib/secrecy/server/key-ring.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Database, FolderStorage, Orm } from './database.ts';
import { appRole, boardSetting, everyBoard } from './guard-tables.ts';
import { lockDirectory } from './directory-lock.ts';
import { makeDurableFiles, syncFolder } from './durable-files.ts';
import { countWhereGrown, keepStatistics } from './keep-statistics.ts';
import { makeStatements } from './pglite-statements.ts';
import { toText } from './statement-text.ts';

/**
 * V8 compiles what is used much once more, optimised, in the background. For one of PostgreSQL's functions, of 105 kB, that
 * takes seconds and 600 MB, and by V8's own measure (13 million bytes executed) every process does it while it starts.
 * With this one a command is over first, and a server gets to it under load (decision 0064).
 */
setFlagsFromString('--wasm-tiering-budget=2000000000');

/**
 * Without `-F`, which turns fsync off; and with wal_sync_method=fsync, because the default, fdatasync, is a stub that
 * returns success without doing anything.
 */
const durableStartParameters = [
	...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
	'-c',
	'wal_sync_method=fsync'
];

/**
 * Opens the folder's database, and makes it when it is new: out of `newCluster` where there is such a file. Throws with a
 * sentence when another process has it.
 */
export async function openPgliteDirectory(
	{ dataDirectory, newCluster }: FolderStorage,
	keyRing: KeyRing
): Promise<Database> {
	const directory = resolve(dataDirectory);
	const lock = await lockDirectory(directory);
	try {
		refuseHalfRestored(directory);
		const folder = prepareFolder(directory);
		const isNew = !existsSync(join(folder, 'PG_VERSION'));
		const files = makeDurableFiles(folder);
		const client = await PGlite.create({
			fs: files.fs,
			startParams: durableStartParameters,
			...(isNew ? await findNewCluster(newCluster) : {})
		});
		// A new cluster is written without fsync by its own set-up.
		if (isNew) syncFolder(directory);
		await provePersistence(client, files.countFsyncs);
		await countWhereGrown(client);
		const stopStatistics = keepStatistics(client, files.countFsyncs);
		return {
			...(await connect(client)),
			keyRing,
			countFsyncs: files.countFsyncs,
			async close() {
				stopStatistics();
				await client.close();
				lock.release();
			}
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}

/** A database that is gone when the process ends; `from` is a dump of another one, to start from. */
export async function openPgliteMemory(
	keyRing: KeyRing,
	from?: Blob
): Promise<Database & { readonly client: PGlite }> {
	const client = await PGlite.create(from ? { loadDataDir: from } : {});
	return {
		...(await connect(client)),
		client,
		keyRing,
		countFsyncs: () => 0,
		close: () => client.close()
	};
}

async function findNewCluster(path: string | undefined): Promise<{ readonly loadDataDir?: Blob }> {
	if (!path || !existsSync(path)) return {};
	return { loadDataDir: await openAsBlob(path, { type: 'application/x-gzip' }) };
}

/**
 * A cluster as a file, for folders to be made out of: unpacking takes a third of the time that making one does, and `fill`ing
 * it with tables as long again.
 */
export async function packCluster(fill: (database: Database) => Promise<unknown>): Promise<Uint8Array> {
	const { client, ...database } = await openPgliteMemory(makeKeyRing(null));
	await fill(database);
	const packed = await client.dumpDataDir('gzip');
	await client.close();
	return packed.bytes();
}

async function connect(client: PGlite): Promise<Pick<Database, 'kind' | 'orm' | 'query' | 'forBoard'>> {
	// The one connection there is. Its user is all-powerful and cannot be bound; see forBoard.
	await client.exec(`set "${boardSetting}" = '${everyBoard}'`);
	const statements = makeStatements(client);
	const orm = drizzle(statements.client);
	function query<Row>(statement: SQL): Promise<readonly Row[]> {
		const { sql: text, params } = toText(statement);
		return statements.run<Row>(text, params);
	}
	return {
		kind: 'pglite',
		orm,
		query,
		forBoard: async (boardId) => ({ orm: bindTransactions(orm, boardId), query })
	};
}

/** The same, but each transaction sees the board's rows only, as the role that is bound by that. */
function bindTransactions(orm: Orm, boardId: BoardId): Orm {
	const transaction: Orm['transaction'] = (work, config) =>
		orm.transaction(async (tx) => {
			await tx.execute(
				sql`select set_config(${boardSetting}, ${boardId}, true), set_config('role', ${appRole}, true)`
			);
			return work(tx);
		}, config);
	return new Proxy(orm, {
		get: (target, key, self) =>
			key === 'transaction' ? transaction : (Reflect.get(target, key, self) as unknown)
	});
}

/** An empty database here would look like a system where nothing has happened yet. */
function refuseHalfRestored(directory: string): void {
	if (existsSync(join(directory, 'database')) || !existsSync(join(directory, 'restoring'))) return;
	throw new Error(
		`Inläsningen av en säkerhetskopia i ${directory} avbröts. Kör genklang restore igen, eller välj en annan mapp.`
	);
}

function prepareFolder(directory: string): string {
	const folder = join(directory, 'database');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	return folder;
}

/** Writes one record to the write-ahead log and requires that it reached the disk. */
async function provePersistence(client: PGlite, countFsyncs: () => number): Promise<void> {
	const before = countFsyncs();
	await client.query(`select pg_logical_emit_message(true, 'genklang', 'start')`);
	if (countFsyncs() > before) return;
	await client.close();
	throw new Error(
		'Den inbyggda databasen bekräftar utan att ha sparat på disk. Starta inte; använd PostgreSQL (DATABASE_URL).'
	);
}
