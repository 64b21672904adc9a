/** The command that invites the first administrator, and helps the last one in again. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptInvitation } from '#lib/access/server/sign-in/accept-invitation.ts';
import { openSignIn } from '#lib/access/server/open-sign-in.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import { openDatabase } from '#lib/shared/server/database.ts';
import { writeTestMasterKey } from '#tests/build/test-master-key.ts';
import { run } from '../../../bin/commands/create-admin.ts';
import { root } from '../databases.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'genklang-admin-'));
	vi.stubEnv('GENKLANG_DATA', join(folder, 'data'));
	vi.stubEnv('GENKLANG_MASTER_KEY_FILE', writeTestMasterKey());
	vi.stubEnv('PUBLIC_URL', 'https://genklang.exempelby.example');
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

async function createAdmin(...args: string[]) {
	const said = { stdout: '', stderr: '' };
	const exitCode = await run(args, {
		root,
		stdin: async () => '',
		stdout: (text) => (said.stdout += text),
		stderr: (text) => (said.stderr += text)
	});
	const token =
		/https:\/\/genklang\.exempelby\.example\/invitation\/([0-9a-z]{26})\n/.exec(said.stdout)?.[1] ?? null;
	return { exitCode, ...said, token };
}

/** Uses the link as the page would. */
async function accept(token: string) {
	const environment = readEnvironment(process.env);
	if (!environment.ok) throw new Error(environment.problem);
	const database = await openDatabase(environment.value.storage);
	const signIn = openSignIn(environment.value, database);
	if (!signIn.ok) throw new Error(signIn.problem);
	try {
		return await acceptInvitation(signIn.value, token, 'tre gula cyklar i regn', null);
	} finally {
		await database.close();
	}
}

const board = ['--board', 'ifo', '--board-name', 'Påhittade nämnden'];

describe('genklang create-admin', () => {
	it('makes board and administrator in an empty place, and a link that works once', async () => {
		const made = await createAdmin('Anna.Ek@exempelby.example', 'Anna Ek', ...board);
		expect(made).toMatchObject({ exitCode: 0, stderr: '' });
		expect(made.stdout).toContain('anna.ek@exempelby.example är systemadministratör i Påhittade nämnden.');
		expect((await accept(made.token!)).ok).toBe(true);
		expect(await accept(made.token!)).toMatchObject({ problem: 'unknown' });
		expect(statSync(join(folder, 'data', 'secret')).mode & 0o777).toBe(0o600);
	});

	it('gives a new link when run again, and takes everything away when told to', async () => {
		const email = 'anna@exempelby.example';
		const first = await createAdmin(email, ...board);
		const second = await createAdmin(email);
		expect(await accept(first.token!)).toMatchObject({ problem: 'unknown' });
		expect((await accept(second.token!)).ok).toBe(true);
		const reset = await createAdmin(email, '--reset');
		expect((await accept(reset.token!)).ok).toBe(true);
	});

	it.each([
		[[]],
		[['anna']],
		[['anna@exempelby.example', 'Anna', 'mer']],
		[['anna@exempelby.example', '--hjälp']]
	])('refuses the arguments %j with how to write them', async (args) => {
		const { exitCode, stdout, stderr } = await createAdmin(...args);
		expect([exitCode, stdout]).toEqual([2, '']);
		expect(stderr).toContain('Skriv: genklang create-admin');
	});

	it('says what is missing: a board, its name, which of several', async () => {
		const email = 'anna@exempelby.example';
		expect((await createAdmin(email)).stderr).toContain('Det finns ingen nämnd ännu.');
		expect((await createAdmin(email, '--board', 'ifo')).stderr).toContain('--board-name');
		await createAdmin(email, ...board);
		await createAdmin(email, '--board', 'vof', '--board-name', 'Andra nämnden (påhittad)');
		const unclear = await createAdmin(email);
		expect(unclear).toMatchObject({ exitCode: 1, stderr: 'Välj nämnd med --board: ifo, vof\n' });
	});
});
