/** Brings the tables to the form this version of the program needs. */
import { sql } from 'drizzle-orm';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { join } from 'node:path';
import { giveKeys } from '#lib/secrecy/server/give-keys.ts';
import type { Query } from '#lib/secrecy/server/queries.ts';
import { sealLayers, takeOpenLayers } from '#lib/secrecy/server/seal-layers.ts';
import { queryRows, type Database, type Orm } from './database.ts';
import { guardTables } from './guard-tables.ts';

/** Two processes that start together must not migrate at the same time; the number is arbitrary but fixed. */
const migrationLock = 4_731_902;

/**
 * Runs the migrations in `<root>/drizzle` that have not been run, all in one transaction. Gives how many were run.
 * Refuses a database that a newer version of the program has migrated.
 */
export async function migrateDatabase(database: Database, root: string): Promise<number> {
	const known = readMigrations(root);
	return database.orm.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
		await makeMigrationsTable(tx);
		const missing = await findMissing(tx, known);
		const query: Query = (statement) => queryRows(tx, statement);
		// Under the names that their tables have had; whoever owns them sees every board's.
		const openLayers = await takeOpenLayers(query);
		await runEach(tx, missing);
		await guardTables(tx);
		await giveKeys(query, database.keyRing);
		await sealLayers(query, database.keyRing, openLayers);
		return missing.length;
	});
}

/**
 * Runs exactly these migrations on an empty database, in the caller's transaction: the tables become what they were where
 * a backup was made. False, and nothing run, when they are not the first ones that this program knows.
 */
export async function runMigrations(tx: Orm, root: string, hashes: readonly string[]): Promise<boolean> {
	const first = readMigrations(root).slice(0, hashes.length);
	const wanted = new Set(hashes);
	if (first.length !== wanted.size || !first.every(({ hash }) => wanted.has(hash))) return false;
	await makeMigrationsTable(tx);
	await runEach(tx, first);
	return true;
}

async function makeMigrationsTable(tx: Orm): Promise<void> {
	await tx.execute(
		sql`create table if not exists migrations (hash text primary key, ran_at timestamptz not null default now())`
	);
}

async function runEach(tx: Orm, migrations: readonly MigrationMeta[]): Promise<void> {
	for (const { sql: statements, hash } of migrations) {
		for (const statement of statements) await tx.execute(sql.raw(statement));
		await tx.execute(sql`insert into migrations (hash) values (${hash})`);
	}
}

/** How many migrations in `<root>/drizzle` the database lacks. */
export async function countPendingMigrations(database: Database, root: string): Promise<number> {
	const known = readMigrations(root);
	const [table] = await queryRows<{ name: string | null }>(
		database.orm,
		sql`select to_regclass('public.migrations')::text as name`
	);
	return table?.name ? (await findMissing(database.orm, known)).length : known.length;
}

function readMigrations(root: string): readonly MigrationMeta[] {
	return readMigrationFiles({ migrationsFolder: join(root, 'drizzle') });
}

async function findMissing(orm: Orm, known: readonly MigrationMeta[]): Promise<readonly MigrationMeta[]> {
	const rows = await queryRows<{ hash: string }>(orm, sql`select hash from migrations`);
	const run = new Set(rows.map((row) => row.hash));
	const hashes = new Set(known.map((migration) => migration.hash));
	if ([...run].some((hash) => !hashes.has(hash))) {
		throw new Error(
			'Databasen har använts av en nyare version av Genklang. Installera den versionen eller en senare.'
		);
	}
	return known.filter((migration) => !run.has(migration.hash));
}
