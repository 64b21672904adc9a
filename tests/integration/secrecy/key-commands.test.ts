import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { readMasterKeyFile } from '#lib/secrecy/server/master-key-file.ts';
import { makeKeyRing } from '#lib/secrecy/server/key-ring.ts';
import type { BoardId, CaseId } from '#lib/shared/ids.ts';
import { createBoard, type Board } from '#lib/shared/server/boards.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openTestCase } from '#tests/build/made-up.ts';
import { makeTestBoard } from '#tests/build/test-board.ts';
import { genklang, listPlaceKinds, type Place } from '../backup/places.ts';
import { root, shippedCatalogue } from '../databases.ts';

describe.each(listPlaceKinds())('the commands for keys · $name', (kind) => {
	let folder: string;
	let place: Place;
	let board: Board;
	let caseId: CaseId;

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'genklang-keys-'));
		await kind.start();
		place = await kind.make();
		const database = await place.open();
		await migrateDatabase(database, root);
		board = { id: randomUUID() as BoardId, code: 'nycklar', name: 'Påhittade nämnden' };
		await createBoard(database, board);
		const { karin } = makeTestBoard(database, shippedCatalogue(), board, null);
		caseId = await openTestCase(karin, { concern: 'påhittad oro' });
		await database.close();
	});
	afterAll(async () => {
		await kind.remove();
		rmSync(folder, { recursive: true, force: true });
	});

	/** What the case is about, read with the key in the file; the tests' own key when none is named. */
	async function readConcern(keyFile: string | null): Promise<string | null> {
		const database = await place.open();
		const key = keyFile === null ? null : readMasterKeyFile(keyFile, null);
		const keyRing = key?.ok ? makeKeyRing(key.value) : database.keyRing;
		const { karin } = makeTestBoard({ ...database, keyRing }, shippedCatalogue(), board, null);
		try {
			return (await fetch(karin, caseOverview, { caseId })).case.concern;
		} finally {
			await database.close();
		}
	}

	it('make a master key that only its owner can read, once', async () => {
		const path = join(folder, 'en-nyckel');
		const made = await genklang(place, ['create-key', path]);
		expect(made).toMatchObject({ status: 0, stderr: '' });
		expect(made.stdout).toContain('Spara en kopia');
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(await genklang(place, ['create-key', path])).toMatchObject({ status: 1 });
		expect((await genklang(place, ['create-key'])).status).toBe(2);
	});

	it('refuse to start without a key, and with one that others can read', async () => {
		const none = await genklang(place, ['serve'], {
			GENKLANG_MASTER_KEY_FILE: '',
			GENKLANG_SECRET: 'x'.repeat(40)
		});
		expect(none.status).toBe(1);
		expect(none.stderr).toContain('genklang create-key');
		const path = join(folder, 'öppen-nyckel');
		await genklang(place, ['create-key', path]);
		chmodSync(path, 0o644);
		const open = await genklang(place, ['rotate-keys'], { GENKLANG_MASTER_KEY_FILE: path });
		expect(open.status).toBe(1);
		expect(open.stderr).toContain('chmod 600');
	});

	// On PostgreSQL it waits some minutes for servers that may be running; rotation.test.ts tries the work itself.
	it.runIf(kind.name === 'PGlite')('give every board a new key', async () => {
		const rotated = await genklang(place, ['rotate-keys']);
		expect(rotated, rotated.stderr).toMatchObject({ status: 0, stderr: '' });
		expect(rotated.stdout).toContain('nyckel 2 gäller, 1 uppgifter');
		expect(await readConcern(null)).toBe('påhittad oro');
	});

	it('change the master key, and nobody reads anything with the old one', async () => {
		const path = join(folder, 'ny-huvudnyckel');
		const changed = await genklang(place, ['rotate-keys', '--master', path]);
		expect(changed, changed.stderr).toMatchObject({ status: 0, stderr: '' });
		expect(changed.stdout).toContain('starta om alla servrar');
		expect(await readConcern(path)).toBe('påhittad oro');
		await expect(readConcern(null)).rejects.toThrow('rätt fil');

		const again = join(folder, 'en-till');
		const wrong = await genklang(place, ['rotate-keys', '--master', again]);
		expect(wrong.status).toBe(1);
		expect(wrong.stderr).toContain('Behåll båda nyckelfilerna');
		expect(existsSync(again)).toBe(true);
		expect(await readConcern(path)).toBe('påhittad oro');
	});
});
