/** The built program over a database of its own with two boards in it, on every kind of database there is here. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isNotNull } from 'drizzle-orm';
import { staffSessions } from '#lib/access/server/auth-tables.ts';
import { openDatabase, type Database } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { buildProgram } from '#tests/build/build-program.ts';
import { mayAsk, type Ask } from '#tests/build/list-asks.ts';
import { makeMatrixWorld, type MatrixWorld } from '#tests/build/matrix-world.ts';
import { newCluster } from '#tests/build/new-cluster.ts';
import { startServer, type StorageSettings } from '#tests/build/server-process.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { listDatabaseKinds, root, shippedCatalogue } from '../integration/databases.ts';
import { findFreePort } from '../integration/postgres-cluster.ts';

export interface TwoBoards {
	readonly origin: string;
	readonly world: MatrixWorld;
	/** Runs the work with the database to itself; an embedded one is let go of by the program meanwhile. */
	withDatabase<Out>(work: (database: Database) => Promise<Out>): Promise<Out>;
	/** Everybody who is signed in has just shown it again: what asks for that opens, however long ago the world was made. */
	proveAgain(): Promise<void>;
	remove(): Promise<void>;
}

interface Storage {
	readonly settings: StorageSettings;
	/** Null for the embedded one, which only one process can have open. */
	readonly open: Database | null;
	remove(): Promise<void>;
}

/** The kinds there are; the world has fresh things for each time that one of the asks changes some. */
export function listInstallationKinds(asks: readonly Ask[]) {
	return listDatabaseKinds().map(({ name, open }) => ({
		name,
		start: () => startTwoBoards(name === 'PGlite' ? openFolder : () => openServer(open), asks)
	}));
}

/**
 * The nearest to what a municipality has: a database server, where the program's account owns nothing; the embedded one
 * where there is no server.
 */
export const nearestKind = (asks: readonly Ask[]) => listInstallationKinds(asks).slice(-1);

async function startTwoBoards(openStorage: () => Promise<Storage>, asks: readonly Ask[]): Promise<TwoBoards> {
	await buildProgram();
	const storage = await openStorage();
	const { settings } = storage;
	const port = await findFreePort();
	const origin = `http://127.0.0.1:${port}`;
	const world = await use(storage, (database) =>
		makeMatrixWorld({
			database,
			catalogue: shippedCatalogue(),
			origin,
			freshOf: (role) => asks.filter((ask) => ask.method !== 'GET' && mayAsk(ask, role)).length,
			sessions: asks.filter(({ access, method }) => access === 'public' && method === 'POST').length
		})
	);
	let server = await startServer(settings, port);
	const withDatabase: TwoBoards['withDatabase'] = async (work) => {
		if (storage.open) return work(storage.open);
		await server.stop();
		const out = await use(storage, work);
		server = await startServer(settings, port);
		return out;
	};
	return {
		origin,
		world,
		withDatabase,
		async proveAgain() {
			await withDatabase(({ orm }) =>
				orm.update(staffSessions).set({ signedInAt: new Date() }).where(isNotNull(staffSessions.signedInAt))
			);
		},
		async remove() {
			await server.stop();
			await storage.remove();
		}
	};
}

async function use<Out>(
	{ open, settings }: Storage,
	work: (database: Database) => Promise<Out>
): Promise<Out> {
	if (open || !('GENKLANG_DATA' in settings)) return work(open!);
	const database = await openFolderDatabase(settings.GENKLANG_DATA);
	try {
		return await work(database);
	} finally {
		await database.close();
	}
}

const openFolderDatabase = (dataDirectory: string): Promise<Database> =>
	openDatabase({ dataDirectory, newCluster, masterKey: testMasterKey, command: 'tests' });

async function openFolder(): Promise<Storage> {
	const folder = mkdtempSync(join(tmpdir(), 'genklang-two-boards-'));
	const dataDirectory = join(folder, 'data');
	const database = await openFolderDatabase(dataDirectory);
	await migrateDatabase(database, root);
	await database.close();
	return {
		settings: { GENKLANG_DATA: dataDirectory },
		open: null,
		async remove() {
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function openServer(open: ReturnType<typeof listDatabaseKinds>[number]['open']): Promise<Storage> {
	const { database, url, close } = await open();
	return { settings: { DATABASE_URL: url ?? '' }, open: database, remove: close };
}
