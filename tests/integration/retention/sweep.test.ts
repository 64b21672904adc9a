/**
 * What has been erased is gone from the files too: looked for byte by byte, and asked of the server. The case number is
 * planted where it lies open, since what is sealed could not be found anyway. All of it is made up.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import type { Certificate } from '#lib/retention/certificate.ts';
import type { Decision } from '#lib/retention/proposal.ts';
import { approveRetention } from '#lib/retention/server/commands/approve-retention.ts';
import { executeRetention } from '#lib/retention/server/commands/execute-retention.ts';
import { proposeRetention } from '#lib/retention/server/commands/propose-retention.ts';
import { setRetentionSettings } from '#lib/retention/server/commands/set-retention-settings.ts';
import { retentionOverview } from '#lib/retention/server/reads/retention-overview.ts';
import { sweepErased, sweepWhatIsLeft } from '#lib/retention/server/sweep-erased.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import { openDatabase, queryRows } from '#lib/shared/server/database.ts';
import { appRole } from '#lib/shared/server/guard-tables.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openTestCase } from '#tests/build/made-up.ts';
import { newCluster } from '#tests/build/new-cluster.ts';
import { makeTestBoard, type TestBoard } from '#tests/build/test-board.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { describeOnOwnDatabase, listDatabaseKinds, root, shippedCatalogue } from '../databases.ts';

const day = (text: string) => text as LocalDate;
const planted = 'KANARIE-2015-Tussilago';
const kept = 'KVAR-2025-Linnea';

/** A closed case with the number, proposed, approved and erased ten years later. */
async function eraseOne(board: TestBoard): Promise<Certificate> {
	await run(board.adnan, setRetentionSettings, { municipalityCode: '0180', regime: 'sol' });
	const start = board.on('2015-01-01', board.karin);
	const caseId = await openTestCase(start, { caseNumber: planted, openedOn: day('2015-01-01') });
	await run(board.on('2015-03-02', board.karin), closeCase, { caseId, closedOn: day('2015-03-02') });
	await openTestCase(board.on('2025-01-01', board.karin), { caseNumber: kept, openedOn: day('2025-01-01') });
	// The planner keeps samples of what columns hold.
	await board.database.orm.execute(sql`analyze cases`);
	const today = board.on('2026-03-02', board.adnan);
	const { actor } = today;
	if (actor.kind !== 'staff') throw new Error('Nobody.');
	const adnan = { ...today, actor: { ...actor, signedInAt: today.now() } };
	await run(adnan, proposeRetention, {});
	const { proposal } = await fetch(adnan, retentionOverview, {});
	if (!proposal) throw new Error('Nothing is proposed.');
	const decisions = new Map(proposal.items.map(({ id }): [typeof id, Decision] => [id, { kind: 'erase' }]));
	await run(adnan, approveRetention, { proposalId: proposal.id, decisions });
	return run(adnan, executeRetention, { proposalId: proposal.id });
}

const isIn = (folder: string, text: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.filter((file) => readFileSync(file).includes(text))
		.map((file) => file.slice(folder.length + 1));

describe('the data folder of the embedded database', () => {
	it('holds what is erased until it is swept, and nowhere at all afterwards', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'genklang-sweep-'));
		try {
			const database = await openDatabase({ dataDirectory: folder, newCluster, masterKey: testMasterKey });
			try {
				await migrateDatabase(database, root);
				const made = { id: randomUUID() as BoardId, code: 'sopning', name: 'Påhittade nämnden' };
				await createBoard(database, made);
				const board = makeTestBoard(database, shippedCatalogue(), made, null);
				await eraseOne(board);
				await database.orm.execute(sql`checkpoint`);
				const before = isIn(folder, planted);
				expect(before.some((file) => file.startsWith('database/base/'))).toBe(true);
				expect(before.some((file) => file.startsWith('database/pg_wal/'))).toBe(true);

				expect(await sweepWhatIsLeft(board.on('2026-03-02', board.adnan))).toEqual([]);
				expect(isIn(folder, planted)).toEqual([]);
				expect(isIn(folder, kept)).not.toEqual([]);
			} finally {
				await database.close();
			}
			expect(isIn(folder, planted)).toEqual([]);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

describeOnOwnDatabase('sweeping', (open) => {
	it('leaves no dead rows in the tables that something was erased from', async () => {
		const board = await open();
		const { orm } = board.database;
		/** Places on the pages that no living row stands in, up to each page's last living row. */
		const countGaps = async (table: string) => {
			const [found] = await queryRows<{ gaps: number }>(
				orm,
				sql`select coalesce(sum(last - rows), 0)::int as gaps from (
					select max((ctid::text::point)[1])::int as last, count(*)::int as rows
					from ${sql.identifier(table)} group by (ctid::text::point)[0]
				) page`
			);
			return found?.gaps ?? 0;
		};
		const tables = Object.keys((await eraseOne(board)).counts);
		expect(tables).toEqual(expect.arrayContaining(['cases', 'case_assignments', 'clients']));
		for (const table of tables) expect(await countGaps(table), table).toBeGreaterThan(0);
		await sweepWhatIsLeft(board.on('2026-03-02', board.adnan));
		for (const table of tables) expect(await countGaps(table), table).toBe(0);
	});

	it('is written on the certificate, and not done twice', async () => {
		const board = await open();
		await eraseOne(board);
		const certificates = async () => (await fetch(board.adnan, retentionOverview, {})).certificates;
		expect((await certificates()).map(({ sweptOn }) => sweptOn)).toEqual([null]);
		await sweepWhatIsLeft(board.on('2026-03-03', board.adnan));
		await sweepWhatIsLeft(board.on('2026-03-04', board.adnan));
		expect((await certificates()).map(({ sweptOn }) => sweptOn)).toEqual(['2026-03-03']);
	});
});

describe.skipIf(listDatabaseKinds().length < 2)('a PostgreSQL server', () => {
	it('has nothing of what was erased in its tables’ files', async () => {
		const kind = listDatabaseKinds().find(({ name }) => name === 'PostgreSQL');
		if (!kind) throw new Error('No server.');
		const { database, url, close } = await kind.open();
		try {
			const made = { id: randomUUID() as BoardId, code: 'sopning', name: 'Påhittade nämnden' };
			await createBoard(database, made);
			const board = makeTestBoard(database, shippedCatalogue(), made, url);
			const certificate = await eraseOne(board);
			const filesOf = async () => {
				await database.orm.execute(sql`checkpoint`);
				const rows = await queryRows<{ path: string }>(
					database.orm,
					sql`select current_setting('data_directory') || '/' || pg_relation_filepath(oid) as path
						from pg_class where relkind in ('r', 'i', 't') and relfilenode <> 0`
				);
				const [bytes] = await queryRows<{ found: number }>(
					database.orm,
					sql`select count(*)::int as found from (
						select pg_read_binary_file(path, 0, 100000000, true) as content
						from jsonb_array_elements_text(${JSON.stringify(rows.map(({ path }) => path))}::jsonb) path
					) file where position(convert_to(${planted}, 'UTF8') in content) > 0`
				);
				return bytes?.found;
			};
			expect(await filesOf()).toBeGreaterThan(0);

			// An account that owns nothing may not: the server only warns, and the program must see that nothing was done.
			const account = `svag_${randomUUID().slice(0, 8)}`;
			await database.orm.execute(
				sql.raw(`create role ${account} login in role ${appRole} password 'svag-hemlighet'`)
			);
			const weak = new URL(url ?? '');
			weak.username = account;
			weak.password = 'svag-hemlighet';
			const limited = await openDatabase({ databaseUrl: weak.href, masterKey: testMasterKey });
			expect(await sweepErased(limited, [certificate])).toContain('cases');
			await limited.close();
			expect(await filesOf()).toBeGreaterThan(0);

			expect(await sweepWhatIsLeft(board.on('2026-03-02', board.adnan))).toEqual([]);
			expect(await filesOf()).toBe(0);
			const owner = postgres(url ?? '', { max: 1 });
			await owner.unsafe(`drop owned by ${account}`);
			await owner.unsafe(`drop role ${account}`);
			await owner.end();
		} finally {
			await close();
		}
	});
});
