import { randomUUID } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { sealBoard } from '#lib/audit/server/seal-board.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import type { BoardId, CaseId, ResponseId } from '#lib/shared/ids.ts';
import { createBoard, type Board } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows, type Database } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { fetch } from '#lib/shared/server/read.ts';
import {
	addTestProvider,
	audit24,
	openTestCase,
	openTestSurvey,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import { makeManyLinks } from '#tests/build/many-links.ts';
import { addPerson, openDoor, signIn } from '#tests/build/staff-account.ts';
import { makeTestBoard, testTrail } from '#tests/build/test-board.ts';
import { root, shippedCatalogue } from '../databases.ts';
import { genklang, listPlaceKinds, startGenklang, whenGone, type Place } from './places.ts';

/** Whatever PostgreSQL has to quote. */
const awkward = 'Öppen "vård", (A\\B) {x} NULL \' \t\n, slut';

interface Filled {
	readonly board: Board;
	readonly caseId: CaseId;
	readonly responseId: ResponseId;
}

const peopleOf = (database: Database, board: Board) =>
	makeTestBoard(database, shippedCatalogue(), board, null);

/** A board with something of most kinds, and two thousand started links to make it large. */
async function fill(place: Place): Promise<Filled> {
	const database = await place.open();
	try {
		await migrateDatabase(database, root);
		const board = { id: randomUUID() as BoardId, code: 'kopia', name: 'Påhittade nämnden' };
		await createBoard(database, board);
		const { karin, adnan, linkHolder } = peopleOf(database, board);
		const providerId = await addTestProvider(adnan, awkward);
		const caseId = await openTestCase(karin, { concern: awkward });
		await run(karin, registerIdentity, { caseId, name: awkward, personalNumber: '19121212-1212' });
		const days = { decidedOn: null, startedOn: null, endedOn: null };
		await run(karin, addIntervention, { caseId, providerId, name: awkward, ...days });
		const { token } = await sendTestLink(karin, caseId);
		const { responseId } = await run(linkHolder, submitResponse, testSubmission(token));
		const survey = await openTestSurvey(adnan, [providerId]);
		const shared = survey.links[0]?.token ?? '';
		await run(linkHolder, submitResponse, testSubmission(shared, { answers: { sol_1: 3 } }));
		const door = openDoor(makeTestBoard(database, shippedCatalogue(), board, null));
		await signIn(door, await addPerson(door, 'Vide'));
		await makeManyLinks(karin, 2_000);
		await sealBoard(database, testTrail, board.id);
		if (!responseId) throw new Error('The response was not stored.');
		return { board, caseId, responseId };
	} finally {
		await database.close();
	}
}

/** Every row of every table, as JSON. */
async function contentOf(place: Place): Promise<Record<string, readonly string[]>> {
	const database = await place.open();
	try {
		const tables = await queryRows<{ name: string }>(
			database.orm,
			sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`
		);
		const content: Record<string, readonly string[]> = {};
		for (const { name } of tables) {
			const rows = await queryRows<{ row: string }>(
				database.orm,
				sql`select row_to_json(t)::text as row from ${sql.identifier(name)} t order by 1`
			);
			content[name] = rows.map(({ row }) => row);
		}
		return content;
	} finally {
		await database.close();
	}
}

/** Everything that is not a row: keys, checks, indexes, policies, triggers. */
async function shapeOf(place: Place): Promise<readonly string[]> {
	const database = await place.open();
	try {
		const rows = await queryRows<{ line: string }>(
			database.orm,
			sql`select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line
					from pg_constraint where connamespace = 'public'::regnamespace
				union all select indexdef from pg_indexes where schemaname = 'public'
				union all select tablename || ' ' || policyname || ' ' || qual from pg_policies where schemaname = 'public'
				union all select pg_get_triggerdef(oid) || ' ' || tgenabled::text from pg_trigger where not tgisinternal
				order by 1`
		);
		return rows.map(({ line }) => line);
	} finally {
		await database.close();
	}
}

describe.each(listPlaceKinds())('a backup · $name', (kind) => {
	let folder: string;
	let source: Place;
	let filled: Filled;
	let file: string;
	let before: Awaited<ReturnType<typeof contentOf>>;

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'genklang-backup-files-'));
		await kind.start();
		source = await kind.make();
		filled = await fill(source);
		before = await contentOf(source);
		expect(before['staff_sessions']).not.toHaveLength(0);
		file = join(folder, 'kopia.genklang');
		const made = await genklang(source, ['backup', file]);
		expect(made, made.stderr).toMatchObject({ status: 0, stdout: '' });
		expect(made.stderr).toContain('läst tillbaka');
	});
	afterAll(async () => {
		await kind.remove();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Whether nothing at all has been made there. */
	async function isUntouched(place: Place): Promise<boolean> {
		const data = place.settings['GENKLANG_DATA'];
		if (data) return !existsSync(join(data, 'database'));
		return Object.keys(await contentOf(place)).length === 0;
	}

	it('is readable to its owner only, and whole', async () => {
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(existsSync(`${file}.partial`)).toBe(false);
		const checked = await genklang(source, ['restore', '--check', file]);
		expect(checked, checked.stderr).toMatchObject({ status: 0 });
		expect(checked.stdout).toMatch(/^Säkerhetskopian är hel: \d+ rader i \d+ tabeller/);
	});

	it('is restored to the same rows, keys, checks, policies and triggers in an empty place, with nobody signed in', async () => {
		const place = await kind.make();
		const restored = await genklang(place, ['restore', file]);
		expect(restored, restored.stderr).toMatchObject({ status: 0, stderr: '' });
		expect(restored.stdout).toContain('Påhittade nämnden: åtkomstloggen är hel');
		expect(await contentOf(place)).toEqual({ ...before, staff_sessions: [] });
		expect(await shapeOf(place)).toEqual(await shapeOf(source));

		const database = await place.open();
		const { karin } = peopleOf(database, filled.board);
		const overview = await fetch(karin, caseOverview, { caseId: filled.caseId });
		expect(overview.case.concern).toBe(awkward);
		const response = await fetch(karin, caseResponse, { responseId: filled.responseId });
		expect(response.answers).toEqual(audit24);
		await database.close();
	});

	it('is restored nowhere but in an empty place, and what is there stays', async () => {
		const restored = await genklang(source, ['restore', file]);
		expect(restored.status).toBe(5);
		expect(restored.stderr).toContain('Där finns redan data');
		expect(await contentOf(source)).toEqual(before);
	});

	it('is refused with a wrong passphrase or none', async () => {
		const place = await kind.make();
		const wrong = await genklang(place, ['restore', file], { GENKLANG_BACKUP_PASSPHRASE: 'fel lösenfras' });
		expect(wrong).toMatchObject({ status: 3, stderr: 'Fel lösenfras. Ingenting har ändrats.\n' });
		const none = await genklang(place, ['restore', file], { GENKLANG_BACKUP_PASSPHRASE: '' });
		expect(none.status).toBe(1);
		expect(none.stderr).toContain('Lösenfras saknas');
		expect(await isUntouched(place)).toBe(true);
	});

	it('is refused with another master key', async () => {
		const place = await kind.make();
		const key = join(folder, `key-${randomUUID()}`);
		expect((await genklang(place, ['create-key', key])).status).toBe(0);
		const restored = await genklang(place, ['restore', file], { GENKLANG_MASTER_KEY_FILE: key });
		expect(restored.status).toBe(6);
		expect(restored.stderr).toContain('Välj rätt fil');
		expect(await isUntouched(place)).toBe(true);
	});

	it.each([0.01, 0.5, 0.999])('is refused when it has been cut off after %d of it', async (share) => {
		const place = await kind.make();
		const cut = join(folder, `kapad-${randomUUID()}`);
		copyFileSync(file, cut);
		truncateSync(cut, Math.floor(statSync(file).size * share));
		const restored = await genklang(place, ['restore', cut]);
		expect(restored.status).toBe(4);
		expect(restored.stderr).toContain('Säkerhetskopian är inte hel');
		expect(await isUntouched(place)).toBe(true);
	});

	it('is refused when a single byte has been changed, and when it is something else', async () => {
		const place = await kind.make();
		const bytes = readFileSync(file);
		const at = Math.floor(bytes.length / 2);
		bytes[at] = (bytes[at] ?? 0) ^ 1;
		const changed = join(folder, `ändrad-${randomUUID()}`);
		writeFileSync(changed, bytes);
		expect((await genklang(place, ['restore', changed])).status).toBe(4);
		expect((await genklang(place, ['restore', join(root, 'package.json')])).status).toBe(4);
		expect((await genklang(place, ['restore', join(folder, 'finns-inte')])).status).toBe(1);
		expect(await isUntouched(place)).toBe(true);
	});

	it('is not written over another file, nor with a passphrase that can be guessed', async () => {
		const again = await genklang(source, ['backup', file]);
		expect(again.status).toBe(1);
		expect(again.stderr).toContain('skrivs aldrig över');
		const other = join(folder, 'annan.genklang');
		const weak = await genklang(source, ['backup', other], { GENKLANG_BACKUP_PASSPHRASE: 'hemligt' });
		expect(weak.status).toBe(1);
		expect(weak.stderr).toContain('för kort');
		expect(existsSync(other)).toBe(false);
	});

	it('leaves no file with its name when it is killed', async () => {
		const killed = join(folder, 'dödad.genklang');
		const child = startGenklang(source, ['backup', killed]);
		while (!existsSync(`${killed}.partial`) && child.exitCode === null) await wait(5);
		child.kill('SIGKILL');
		await whenGone(child);
		expect(existsSync(killed)).toBe(false);
		const place = await kind.make();
		expect((await genklang(place, ['restore', `${killed}.partial`])).status).toBe(4);
		expect(await isUntouched(place)).toBe(true);
		// The next one with the same name is not in its way.
		expect((await genklang(source, ['backup', killed])).status).toBe(0);
	});

	it('can be sent on, and is known not to be whole when whoever receives it goes away', async () => {
		const child = startGenklang(source, ['backup', '-']);
		const parts: Buffer[] = [];
		let said = '';
		child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
		for await (const part of child.stdout ?? []) {
			parts.push(part as Buffer);
			if (Buffer.concat(parts).length > 70_000) break;
		}
		child.stdout?.destroy();
		expect(await whenGone(child)).toBe(1);
		expect(said).toContain('Ingen säkerhetskopia har gjorts');
		const received = join(folder, 'avbruten.genklang');
		writeFileSync(received, Buffer.concat(parts));
		expect((await genklang(source, ['restore', '--check', received])).status).toBe(4);
	});

	it('is whole when it has been sent on', async () => {
		const child = startGenklang(source, ['backup', '-']);
		const parts: Buffer[] = [];
		for await (const part of child.stdout ?? []) parts.push(part as Buffer);
		expect(await whenGone(child)).toBe(0);
		const received = join(folder, 'mottagen.genklang');
		writeFileSync(received, Buffer.concat(parts));
		expect((await genklang(source, ['restore', '--check', received])).status).toBe(0);
	});

	it('leaves nothing half when the restore is killed, and can then be restored', async () => {
		const place = await kind.make();
		let isWhole = false;
		for (let pause = 400; !isWhole; pause *= 1.5) {
			const child = startGenklang(place, ['restore', file]);
			await Promise.race([wait(pause), whenGone(child)]);
			child.kill('SIGKILL');
			const status = await whenGone(child);
			// It may have been done and on its way out.
			isWhole = status === 0 || !(await isUntouched(place));
		}
		expect(await contentOf(place)).toEqual({ ...before, staff_sessions: [] });
	});
});

describe('a backup of an embedded database', () => {
	const kind = listPlaceKinds()[0];
	afterAll(() => kind?.remove());

	it('is refused while a server has the folder', async () => {
		const place = await kind?.make();
		if (!place) throw new Error('There is always the embedded database.');
		const database = await place.open();
		const file = join(tmpdir(), `genklang-låst-${randomUUID()}`);
		// A process of its own: this one has the folder.
		const child = startGenklang(place, ['backup', file]);
		let said = '';
		child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
		const status = await whenGone(child);
		await database.close();
		expect(status).toBe(1);
		expect(said).toContain('används redan av en annan Genklang-process');
		expect(existsSync(file)).toBe(false);
	});

	it('that was being restored when it was killed is not started over', async () => {
		const place = await kind?.make();
		if (!place) throw new Error('There is always the embedded database.');
		const data = place.settings['GENKLANG_DATA'] ?? '';
		const { mkdirSync } = await import('node:fs');
		mkdirSync(join(data, 'restoring'), { recursive: true });
		await expect(place.open()).rejects.toThrow('avbröts');
	});
});

describe.runIf(listPlaceKinds().length > 1)('a backup of PostgreSQL', () => {
	const kind = listPlaceKinds()[1];
	const folder = mkdtempSync(join(tmpdir(), 'genklang-backup-online-'));
	afterAll(async () => {
		await kind?.remove();
		rmSync(folder, { recursive: true, force: true });
	});

	it('is of one moment, although answers come in meanwhile', async () => {
		await kind?.start();
		const source = await kind?.make();
		const target = await kind?.make();
		if (!source || !target) throw new Error('There is a server.');
		const { board } = await fill(source);
		const database = await source.open();
		const { karin, linkHolder } = peopleOf(database, board);
		const tokens = await makeManyLinks(karin, 400);
		const file = join(folder, 'kopia');
		const child = startGenklang(source, ['backup', file]);
		let sent = 0;
		while (child.exitCode === null && tokens.length > 0) {
			await run(linkHolder, submitResponse, testSubmission(tokens.pop() ?? ''));
			sent += 1;
		}
		expect(await whenGone(child)).toBe(0);
		await database.close();
		expect(sent).toBeGreaterThan(10);
		const restored = await genklang(target, ['restore', file]);
		expect(restored, restored.stderr).toMatchObject({ status: 0 });
		const { administrations = [], responses = [] } = await contentOf(target);
		const answered = administrations.filter((row) => row.includes('"state":"answered"'));
		expect(responses).toHaveLength(answered.length);
	});
});
