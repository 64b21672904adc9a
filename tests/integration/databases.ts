/**
 * The same tests on every kind of database: the embedded one in memory, and PostgreSQL where `initdb` is on the machine
 * or TEST_DATABASE_URL points at a server. Every test opens a board of its own, so none sees what another did.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { loadCatalogue, type Catalogue } from '#lib/instruments/server/catalogue.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { makeKeyRing } from '#lib/secrecy/server/key-ring.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { openDatabase, type Database } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { openPgliteMemory } from '#lib/shared/server/open-pglite.ts';
import { makeTestBoard, type TestBoard } from '#tests/build/test-board.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import type { SharedPostgres } from './start-postgres.ts';

export const root = join(import.meta.dirname, '..', '..');

interface Opened {
	readonly database: Database;
	readonly url: string | null;
	close(): Promise<void>;
}

/** One kind of database to test on. */
export interface DatabaseKind {
	readonly name: string;
	open(): Promise<Opened>;
}

/** The kinds that can be tested on this machine. */
export function listDatabaseKinds(): readonly DatabaseKind[] {
	const kinds: DatabaseKind[] = [{ name: 'PGlite', open: openMemory }];
	const shared = inject('postgres');
	if (shared) kinds.push({ name: 'PostgreSQL', open: () => openOnServer(shared) });
	return kinds;
}

/** Opens a board of its own, with a migrated database around it. */
export type OpenBoard = () => Promise<TestBoard>;

let catalogue: Catalogue | undefined;

/** The instruments that ship with the program, compiled once per test file. */
export function shippedCatalogue(): Catalogue {
	catalogue ??= loadCatalogue([join(root, 'instruments')]);
	return catalogue;
}

/**
 * Declares the tests once per kind of database, on one of their own: a new one costs half a second, and the nightly jobs go
 * through every board that is there.
 */
export function describeOnEachDatabase(name: string, define: (open: OpenBoard) => void): void {
	describe.each(listDatabaseKinds())(`${name} · $name`, (kind) => {
		let opened: Opened;
		beforeAll(async () => {
			opened = await kind.open();
		});
		afterAll(() => opened.close());

		define(async () => {
			const id = randomUUID() as BoardId;
			const board = { id, code: `b${id.slice(0, 8)}`, name: 'Påhittade nämnden' };
			await createBoard(opened.database, board);
			return makeTestBoard(opened.database, shippedCatalogue(), board, opened.url);
		});
	});
}

/** Making a cluster takes seconds and loading one a fraction, so a migrated one is kept for the next run. */
async function openMemory(): Promise<Opened> {
	const dump = join(root, '.cache', `pglite-${migrationsHash()}.tar`);
	if (!existsSync(dump)) {
		const made = await openPgliteMemory(makeKeyRing(null));
		await migrateDatabase(made, root);
		const content = await made.client.dumpDataDir('none');
		mkdirSync(join(root, '.cache'), { recursive: true });
		const unfinished = `${dump}.${process.pid}`;
		writeFileSync(unfinished, Buffer.from(await content.arrayBuffer()));
		renameSync(unfinished, dump);
		await made.close();
	}
	const database = await openPgliteMemory(makeKeyRing(testMasterKey), new Blob([readFileSync(dump)]));
	return { database, url: null, close: () => database.close() };
}

function migrationsHash(): string {
	const hash = createHash('sha256');
	hash.update(readFileSync(join(root, 'node_modules', '@electric-sql', 'pglite', 'package.json')));
	const journal = readFileSync(join(root, 'drizzle', 'meta', '_journal.json'), 'utf8');
	hash.update(journal);
	for (const { tag } of (JSON.parse(journal) as { entries: { tag: string }[] }).entries) {
		hash.update(readFileSync(join(root, 'drizzle', `${tag}.sql`)));
	}
	return hash.digest('hex').slice(0, 16);
}

/** A database of its own on the server, dropped afterwards. */
async function openOnServer({ url, template }: SharedPostgres): Promise<Opened> {
	const name = `genklang_test_${randomUUID().replaceAll('-', '')}`;
	const owner = postgres(url, { max: 1, onnotice: () => {} });
	await owner.unsafe(`create database ${name} template ${template}`);
	const address = new URL(url);
	address.pathname = `/${name}`;
	const database = await openDatabase({
		databaseUrl: address.href,
		masterKey: testMasterKey,
		command: 'tests'
	});
	return {
		database,
		url: address.href,
		async close() {
			await database.close();
			await owner.unsafe(`drop database if exists ${name} with (force)`);
			await owner.end();
		}
	};
}
