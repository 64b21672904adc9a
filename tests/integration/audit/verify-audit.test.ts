/** The command as whoever runs the program meets it. */
import { sql } from 'drizzle-orm';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTrail } from '#lib/audit/server/audit-key.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { openDatabase, type Database } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { tamper } from '#tests/build/audit-log.ts';
import { addTestProvider } from '#tests/build/made-up.ts';
import { newCluster } from '#tests/build/new-cluster.ts';
import { makeTestBoard, type TestBoard } from '#tests/build/test-board.ts';
import { testMasterKey, writeTestMasterKey } from '#tests/build/test-master-key.ts';
import { root, shippedCatalogue } from '../databases.ts';

describe('genklang verify-audit', () => {
	const home = mkdtempSync(join(tmpdir(), 'genklang-verify-'));
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
			const made = makeTestBoard(database, shippedCatalogue(), board, null);
			const trail = openTrail(testMasterKey);
			await work({ ...made, adnan: { ...made.adnan, trail } });
		} finally {
			await database.close();
		}
	}

	const verifyAudit = (args: readonly string[] = [], env: Record<string, string> = {}) =>
		spawnSync(process.execPath, [join(root, 'bin', 'genklang.js'), 'verify-audit', ...args], {
			env: {
				PATH: process.env['PATH'] ?? '',
				GENKLANG_DATA: data,
				GENKLANG_MASTER_KEY_FILE: writeTestMasterKey(),
				...env
			},
			encoding: 'utf8'
		});

	beforeAll(() =>
		inside(async (made) => {
			await createBoard(made.database, board);
			for (let count = 0; count < 5; count += 1) await addTestProvider(made.adnan);
		})
	);

	let seal = '';

	it('links in what was written, and says that nothing holds the end', () => {
		expect(verifyAudit()).toMatchObject({
			status: 0,
			stdout:
				'Provnämnden (påhittad): 0 rader, alla hela och på sin plats. 5 nyskrivna rader har länkats in nu.\n'
		});
		const { status, stdout } = verifyAudit();
		expect(status).toBe(0);
		expect(stdout).toContain('5 rader, alla hela och på sin plats. Ingen förankring finns');
		seal = /prov:5:([0-9a-f]{64})/.exec(stdout)?.[1] ?? '';
		expect(seal).not.toBe('');
	});

	it('anchors outside the data folder', () => {
		const { status, stdout } = verifyAudit(['--anchor']);
		expect(status).toBe(0);
		expect(stdout).toContain(`Förankrad i ${data}.audit-anchors (1 nämnder).`);
		expect(existsSync(join(home, 'data.audit-anchors'))).toBe(true);
		expect(verifyAudit().stdout).toContain('Förankrad till rad 5.');
	});

	it('compares with the code on a signed paper', () => {
		expect(verifyAudit(['--expect', `prov:5:${seal.slice(0, 16)}`]).status).toBe(0);
		const other = verifyAudit(['--expect', `prov:5:${'0'.repeat(16)}`]);
		expect(other).toMatchObject({ status: 1 });
		expect(other.stdout).toContain('rad 5');
		expect(verifyAudit(['--expect', `annan:5:${'0'.repeat(16)}`])).toMatchObject({ status: 2 });
	});

	it('does not anchor, and names the row, when one has been changed', async () => {
		await inside((made) =>
			tamper(made, sql`update audit_events set actor_id = 'annan' where board_id = ${board.id} and seq = 3`)
		);
		const anchors = readFileSync(`${data}.audit-anchors`, 'utf8');
		const { status, stdout } = verifyAudit(['--anchor']);
		expect(status).toBe(1);
		expect(stdout).toMatch(
			/^Provnämnden \(påhittad\): FEL\. Första felet: rad 3 \([0-9a-f-]{36}, [^)]+\) är ändrad efter att den skrevs\. 2 rader/
		);
		expect(readFileSync(`${data}.audit-anchors`, 'utf8')).toBe(anchors);
	});

	it('says what is wrong with the command, the key or the place', () => {
		expect(verifyAudit(['--okänt'])).toMatchObject({ status: 2 });
		expect(verifyAudit([], { GENKLANG_MASTER_KEY_FILE: join(home, 'finns-inte') })).toMatchObject({
			status: 2
		});
		expect(verifyAudit(['--anchor'], { GENKLANG_AUDIT_ANCHOR_FILE: join(data, 'anchors') })).toMatchObject({
			status: 2
		});
	});
});
