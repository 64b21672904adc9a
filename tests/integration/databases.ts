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
	/** A new one costs the embedded database half a second and the planning of every statement; a server has a template. */
	readonly isShared: boolean;
	open(): Promise<Opened>;
}

/** The kinds that can be tested on this machine. */
export function listDatabaseKinds(): readonly DatabaseKind[] {
	const kinds: DatabaseKind[] = [{ name: 'PGlite', isShared: true, open: openMemory }];
	const server = inject('postgres');
	if (server) kinds.push({ name: 'PostgreSQL', isShared: false, open: () => openOnServer(server) });
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

/** What files share, by the kind's name; it goes with the process. */
const shared = new Map<string, { readonly opening: Promise<Opened>; boards: number }>();
/** Then there is so much in it that what goes through its tables takes longer than a new one. */
const mostBoards = 50;

/** One that others have been in, while there is not too much in it. */
async function share(kind: DatabaseKind): Promise<Opened> {
	const found = shared.get(kind.name);
	if (found && found.boards < mostBoards) return found.opening;
	await (await found?.opening)?.close();
	const opening = kind.open();
	shared.set(kind.name, { opening, boards: 0 });
	return opening;
}

/** Declares the tests once per kind of database; others' boards may be there too. */
export function describeOnEachDatabase(name: string, define: (open: OpenBoard) => void): void {
	describeOn(name, define, ({ isShared }) => isShared);
}

/**
 * The same on databases that nobody else is in: for what goes through every board that is there, or looks at everything that
 * is stored.
 */
export function describeOnOwnDatabase(name: string, define: (open: OpenBoard) => void): void {
	describeOn(name, define, () => false);
}

function describeOn(
	name: string,
	define: (open: OpenBoard) => void,
	isShared: (kind: DatabaseKind) => boolean
): void {
	describe.each(listDatabaseKinds())(`${name} · $name`, (kind) => {
		let opened: Opened;
		beforeAll(async () => {
			opened = await (isShared(kind) ? share(kind) : kind.open());
		});
		afterAll(() => (isShared(kind) ? undefined : opened.close()));

		define(async () => {
			const id = randomUUID() as BoardId;
			const board = { id, code: `b${id.slice(0, 8)}`, name: 'Påhittade nämnden' };
			await createBoard(opened.database, board);
			const inShared = isShared(kind) ? shared.get(kind.name) : undefined;
			if (inShared) inShared.boards += 1;
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
