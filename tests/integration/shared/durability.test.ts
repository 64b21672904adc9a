/** D1: what the embedded database has acknowledged is on disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, queryRows, type Database } from '#lib/shared/server/database.ts';
import { emptyCluster } from '#tests/build/new-cluster.ts';

let folder: string;
let database: Database;

/** A new one is unpacked from the build; where there is none, it is made from the beginning. */
const ways = [
	{ name: 'unpacked', newCluster: emptyCluster },
	{ name: 'made', newCluster: 'there-is-none' }
];

describe.each(ways)('the embedded database, $name', (way) => {
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'genklang-durability-'));
		database = await openDatabase({ dataDirectory: folder, newCluster: way.newCluster });
		await database.orm.execute(sql`create table answers (id int primary key, answer jsonb)`);
	});

	afterAll(async () => {
		await database.close();
		rmSync(folder, { recursive: true, force: true });
	});

	it('forces every single commit to disk', async () => {
		for (let id = 1; id <= 50; id += 1) {
			const before = database.countFsyncs();
			await database.query(sql`insert into answers values (${id}, '{}')`);
			expect(database.countFsyncs()).toBeGreaterThan(before);
		}
	});

	it('forces a transaction of several statements to disk', async () => {
		const before = database.countFsyncs();
		await database.orm.transaction(async (tx) => {
			await tx.execute(sql`insert into answers values (100, '{}')`);
			await tx.execute(sql`insert into answers values (101, '{}')`);
		});
		expect(database.countFsyncs()).toBeGreaterThan(before);
	});

	it('runs with fsync on, through the call that reaches the disk', async () => {
		expect(await queryRows(database.orm, sql`show fsync`)).toEqual([{ fsync: 'on' }]);
		expect(await queryRows(database.orm, sql`show wal_sync_method`)).toEqual([{ wal_sync_method: 'fsync' }]);
		expect(await queryRows(database.orm, sql`show synchronous_commit`)).toEqual([
			{ synchronous_commit: 'on' }
		]);
	});

	it('counts its tables when they have grown, so that plans made while they were empty are made anew', async () => {
		for (let id = 1_000; id < 1_100; id += 1)
			await database.query(sql`insert into answers values (${id}, '{}')`);
		await expect
			.poll(
				() =>
					queryRows(
						database.orm,
						sql`select reltuples > 0 as counted from pg_class where relname = 'answers'`
					),
				{
					timeout: 10_000
				}
			)
			.toEqual([{ counted: true }]);
	});

	it('counts its tables before it is used, when whoever filled them did not', async () => {
		const isCounted = () =>
			queryRows(database.orm, sql`select reltuples > 0 as counted from pg_class where relname = 'filled'`);
		await database.orm.execute(
			sql`create table filled as select id, repeat('x', 100) from generate_series(1, 20000) as id`
		);
		expect(await isCounted()).toEqual([{ counted: false }]);
		await database.close();
		database = await openDatabase({ dataDirectory: folder });
		expect(await isCounted()).toEqual([{ counted: true }]);
	});

	it('forces the data files to disk at a checkpoint', async () => {
		const before = database.countFsyncs();
		await database.orm.execute(sql`checkpoint`);
		expect(database.countFsyncs()).toBeGreaterThan(before + 1);
	});
});
