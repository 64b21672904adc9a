/** The database server goes away and comes back: a kind refusal meanwhile, and no restart afterwards. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProvider } from '#lib/cases/server/commands/add-provider.ts';
import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import { openDatabase, type Database } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { makeTestBoard, type TestBoard } from '#tests/build/test-board.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { root, shippedCatalogue } from '../databases.ts';
import { findPostgresPrograms, startPostgresCluster, type PostgresCluster } from '../postgres-cluster.ts';

const programs = findPostgresPrograms();

describe.skipIf(programs === null)('a database server that stops and starts again', () => {
	let cluster: PostgresCluster;
	let database: Database;
	let board: TestBoard;

	beforeAll(async () => {
		cluster = await startPostgresCluster(programs ?? '');
		database = await openDatabase({ databaseUrl: cluster.url('postgres'), masterKey: testMasterKey });
		await migrateDatabase(database, root);
		const own = { id: randomUUID() as BoardId, code: 'lost', name: 'Påhittade nämnden' };
		await createBoard(database, own);
		board = makeTestBoard(database, shippedCatalogue(), own, null);
	});
	afterAll(async () => {
		await database.close();
		await cluster.remove();
	});

	it('is met with a problem while it is away, and with work as usual when it is back', async () => {
		await run(board.adnan, addProvider, { name: 'Före' });
		await cluster.crash();
		await expect(run(board.adnan, addProvider, { name: 'Under' })).rejects.toMatchObject({
			code: 'database-unavailable',
			status: 503
		});
		await expect(fetch(board.berit, listProviders, {})).rejects.toMatchObject({
			code: 'database-unavailable'
		});

		await cluster.start();
		await run(board.adnan, addProvider, { name: 'Efter' });
		const names = (await fetch(board.berit, listProviders, {})).map(({ name }) => name);
		expect(names).toEqual(['Efter', 'Före']);
	});
});
