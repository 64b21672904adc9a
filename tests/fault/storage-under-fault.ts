/** A database to break things over: each kind with a board, links to send in, and a look at what is left. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { openDatabase, queryRows, type Database } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { newCluster } from '#tests/build/new-cluster.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { makeTestBoard } from '#tests/build/test-board.ts';
import { addTestProvider, openTestSurvey } from '#tests/build/made-up.ts';
import { makeManyLinks } from '#tests/build/many-links.ts';
import { root, type StorageSettings } from '#tests/build/server-process.ts';
import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { findPostgresPrograms, startPostgresCluster } from '../integration/postgres-cluster.ts';

export interface StorageUnderFault {
	readonly name: string;
	readonly settings: StorageSettings;
	/** Breaks the database itself and brings it back; null where it lives in the server's own process. */
	readonly breakDatabase: (() => Promise<void>) | null;
	open(): Promise<Database>;
	remove(): Promise<void>;
}

export interface StorageKind {
	readonly name: string;
	make(): Promise<StorageUnderFault>;
}

/** Every kind that can be tried on this machine; each makes a new one, migrated. */
export function listStorageKinds(): StorageKind[] {
	const programs = findPostgresPrograms();
	const server = programs ? [{ name: 'PostgreSQL', make: () => makeCluster(programs) }] : [];
	return [{ name: 'PGlite', make: makeFolder }, ...server];
}

async function makeFolder(): Promise<StorageUnderFault> {
	const folder = mkdtempSync(join(tmpdir(), 'genklang-fault-'));
	// What the program lays beside its data goes with them.
	const dataDirectory = join(folder, 'data');
	return migrated({
		name: 'PGlite',
		settings: { GENKLANG_DATA: dataDirectory },
		breakDatabase: null,
		open: () => openDatabase({ dataDirectory, newCluster, masterKey: testMasterKey }),
		remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true }))
	});
}

/** A throw-away PostgreSQL server, migrated. */
export async function makeCluster(programs: string): Promise<StorageUnderFault> {
	const cluster = await startPostgresCluster(programs);
	const url = cluster.url('postgres');
	return migrated({
		name: 'PostgreSQL',
		settings: { DATABASE_URL: url },
		async breakDatabase() {
			await cluster.crash();
			await cluster.start();
		},
		open: () => openDatabase({ databaseUrl: url, masterKey: testMasterKey }),
		remove: () => cluster.remove()
	});
}

async function migrated(storage: StorageUnderFault): Promise<StorageUnderFault> {
	const database = await storage.open();
	await migrateDatabase(database, root);
	await database.close();
	return storage;
}

export interface Addresses {
	/** Paths of personal links, each to be sent in once. */
	readonly personal: readonly string[];
	/** Path of a shared link that takes any number of anonymous answers. */
	readonly anonymous: string;
}

/** A board with so many personal links and one survey. */
export async function fillStorage(storage: StorageUnderFault, personalLinks: number): Promise<Addresses> {
	const database = await storage.open();
	try {
		const board = { id: randomUUID() as BoardId, code: 'fault', name: 'Påhittade nämnden' };
		await createBoard(database, board);
		const catalogue = loadCatalogue([join(root, 'instruments')]);
		const people = makeTestBoard(database, catalogue, board, null);
		const tokens = await makeManyLinks(people.karin, personalLinks);
		const survey = await openTestSurvey(people.adnan, [await addTestProvider(people.adnan)], {
			closesOn: '2099-12-31' as LocalDate,
			// So many that its link does not fill up while it is tried.
			invited: 30_000
		});
		const toPath = (token: string): string => `/s/${board.code}/${token}`;
		return { personal: tokens.map(toPath), anonymous: toPath(survey.links[0]?.token ?? '') };
	} finally {
		await database.close();
	}
}

export interface Stored {
	/** Ids of all responses that are there, anonymous ones too. */
	readonly ids: ReadonlySet<string>;
	/** Administrations with more than one response. */
	readonly double: number;
	/** Personal responses without all of their five scores, their line in the log or their closed link. */
	readonly halfWritten: number;
}

/** What is stored once the dust has settled. */
export async function lookAtStorage(storage: StorageUnderFault): Promise<Stored> {
	const database = await storage.open();
	try {
		const ids = await queryRows<{ id: string }>(
			database.orm,
			sql`select id::text from responses union all select id::text from sealed_answers`
		);
		const [counts] = await queryRows<{ double: number; half: number }>(
			database.orm,
			sql`select
				(select count(*) from (
					select 1 from responses group by administration_id having count(*) > 1
				) as d)::int as double,
				((select count(*) from responses r
					join administrations a on a.id = r.administration_id
					where a.state <> 'answered'
						or (select count(*) from scores s where s.response_id = r.id) <> 5
						or (select count(*) from audit_events e where e.subject_id = r.id and e.action = 'submitResponse') <> 1)
				+ (select count(*) from administrations a where a.state = 'answered'
						and not exists (select 1 from responses r where r.administration_id = a.id)))::int as half`
		);
		const found = new Set(ids.map(({ id }) => id));
		const double = (counts?.double ?? 0) + ids.length - found.size;
		return { ids: found, double, halfWritten: counts?.half ?? 0 };
	} finally {
		await database.close();
	}
}
