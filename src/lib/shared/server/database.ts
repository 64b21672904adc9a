/** One drizzle schema, two drivers: PGlite (a folder, or memory in tests) and PostgreSQL through postgres.js. */
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { BoxKeys } from '#lib/secrecy/server/box-keys.ts';
import type { SealToBox } from '#lib/secrecy/server/box-sealer.ts';
import { makeKeyRing, type KeyRing } from '#lib/secrecy/server/key-ring.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import type { MasterKey } from '#lib/secrecy/server/master-key.ts';

/** What both drivers, and a transaction of either, can do. */
export type Orm = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** Where statements are run. */
export interface Desk {
	readonly orm: Orm;
	/** One statement on its own, outside any transaction and prepared once per connection: for what has to be quick. */
	query<Row>(statement: SQL): Promise<readonly Row[]>;
}

/** The database itself is the desk of whoever works for no board in particular: signing in, the log's chain, backups. */
export interface Database extends Desk {
	readonly kind: 'pglite' | 'postgres';
	/**
	 * Where everything is done for an actor: no other board's rows can be seen or written, whatever a statement says. On
	 * the embedded database that holds in transactions only, and stops mistakes, not attacks.
	 */
	forBoard(boardId: BoardId): Promise<Desk>;
	/** What the sealed columns are opened with. */
	readonly keyRing: KeyRing;
	/** How many times the embedded database has forced something to disk; 0 where the server does that itself. */
	countFsyncs(): number;
	close(): Promise<void>;
}

/** A folder that the embedded database is in, or is to be made in. */
export interface FolderStorage {
	readonly dataDirectory: string;
	/** A file that `genklang build` makes, to unpack a new database from; without it, making one takes longer. */
	readonly newCluster?: string;
}

export type DatabaseConfig = (
	FolderStorage | { readonly databaseUrl: string } | { readonly memory: true }
) & {
	/** Without it, nothing that is sealed can be read or written. */
	readonly masterKey?: MasterKey | null;
	/** Where the surveys' answer boxes have their keys; left out, they are in memory and gone with the process. */
	readonly boxKeys?: BoxKeys;
	/** How answers are sealed to the boxes; left out, each where it is. */
	readonly sealToBox?: SealToBox;
	/** The command that opens it, `rotate-keys`; left out by the server. */
	readonly command?: string;
};

/** Opens the database. Throws with one sentence when it cannot be opened or another process has it. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
	const keyRing = makeKeyRing(config.masterKey ?? null, Date.now, config.boxKeys, config.sealToBox);
	if ('databaseUrl' in config) {
		return (await import('./open-postgres.ts')).openPostgres(
			config.databaseUrl,
			keyRing,
			config.command ?? null
		);
	}
	const pglite = await import('./open-pglite.ts');
	return 'memory' in config ? pglite.openPgliteMemory(keyRing) : pglite.openPgliteDirectory(config, keyRing);
}

/** Runs a statement and gives its rows, which the two drivers wrap differently. */
export async function queryRows<Row>(orm: Orm, statement: SQL): Promise<readonly Row[]> {
	const result: unknown = await orm.execute(statement);
	return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as readonly Row[];
}
