/** The command as whoever runs the program meets it. */
import { sql } from 'drizzle-orm';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishResults } from '#lib/reports/server/commands/publish-results.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import { openDatabase, queryRows, type Database } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { addTestProvider } from '#tests/build/made-up.ts';
import { answerTestSurvey, decideTestTarget } from '#tests/build/missed-target.ts';
import { newCluster } from '#tests/build/new-cluster.ts';
import { makeTestBoard, type TestBoard } from '#tests/build/test-board.ts';
import { testMasterKey, writeTestMasterKey } from '#tests/build/test-master-key.ts';
import { root, shippedCatalogue } from '../databases.ts';

describe('genklang rerun', () => {
	const home = mkdtempSync(join(tmpdir(), 'genklang-rerun-'));
	const data = join(home, 'data');
	const board = { id: randomUUID() as BoardId, code: 'prov', name: 'Provnämnden (påhittad)' };
	afterAll(() => rmSync(home, { recursive: true, force: true }));

	async function inside(work: (board: TestBoard) => Promise<unknown>): Promise<void> {
		const database: Database = await openDatabase({
			dataDirectory: data,
			newCluster,
			masterKey: testMasterKey
		});
		try {
			await migrateDatabase(database, root);
			await work(makeTestBoard(database, shippedCatalogue(), board, null));
		} finally {
			await database.close();
		}
	}

	const rerun = (...args: readonly string[]) => rerunIn(data, ...args);
	const rerunIn = (folder: string, ...args: readonly string[]) =>
		spawnSync(process.execPath, [join(root, 'bin', 'genklang.js'), 'rerun', ...args], {
			env: {
				PATH: process.env['PATH'] ?? '',
				GENKLANG_DATA: folder,
				GENKLANG_MASTER_KEY_FILE: writeTestMasterKey()
			},
			encoding: 'utf8'
		});

	beforeAll(() =>
		inside(async ({ adnan, database, linkHolder }) => {
			await createBoard(database, board);
			await decideTestTarget(adnan, 2025);
			const providerId = await addTestProvider(adnan, 'Utförare A');
			await answerTestSurvey(adnan, linkHolder, { providerId, year: 2025, counts: [6, 4, 2, 0] });
			await run({ ...adnan, actor: { kind: 'system', boardId: board.id } }, publishResults, {
				year: 2025,
				decidedOn: '2026-02-20' as LocalDate,
				decisionReference: '§ 9 (påhittad)',
				boardName: board.name
			});
		})
	);

	it('gets the same hash from the shipped forms and the same answers', () => {
		const { status, stdout } = rerun('prov/2025/1/1');
		expect(stdout).toMatch(/^prov\/2025\/1\/1: samma\. [0-9a-f]{64}\n$/);
		expect(status).toBe(0);
	});

	it('says what it cannot find, and how it is asked', () => {
		expect(rerun('prov/2025/1/9')).toMatchObject({
			status: 2,
			stderr: 'Figuren prov/2025/1/9 finns inte.\n'
		});
		expect(rerun('annan/2025/1/1')).toMatchObject({ status: 2, stderr: 'Nämnden annan finns inte.\n' });
		expect(rerun('2025').stderr).toContain('Skriv: genklang rerun');
	});

	it('says that answers are gone', async () => {
		await inside(async ({ database }) => {
			const { orm } = await database.forBoard(board.id);
			await queryRows(
				orm,
				sql`delete from anonymous_responses where id in (select id from anonymous_responses order by id limit 1)`
			);
		});
		const { status, stdout } = rerun('prov/2025/1/1');
		expect(status).toBe(1);
		expect(stdout).toContain('prov/2025/1/1: inte samma.');
		expect(stdout).toContain('Svaren är inte desamma');
	});

	it('says that the database cannot be read where there is none', () => {
		const { status, stderr } = rerunIn(join(home, 'empty'), 'prov/2025/1/1');
		expect(status).toBe(2);
		expect(stderr).toContain('Databasen går inte att läsa.');
	});
});
