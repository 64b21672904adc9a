/**
 * The two accounts of database/roles.sql in a server of their own, as a municipality sets them up: the owner migrates, and
 * the program signs in as somebody who owns nothing. Nothing here runs as superuser but the making of the accounts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardId } from '#lib/shared/ids.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { openDatabase, queryRows, type Database } from '#lib/shared/server/database.ts';
import { unguardedTables } from '#lib/shared/server/guard-tables.ts';
import { openTestCase } from '#tests/build/made-up.ts';
import { makeTestBoard } from '#tests/build/test-board.ts';
import { testMasterKey, writeTestMasterKey } from '#tests/build/test-master-key.ts';
import { root, shippedCatalogue } from '../databases.ts';
import {
	findFreePort,
	findPostgresPrograms,
	startPostgresCluster,
	type PostgresCluster
} from '../postgres-cluster.ts';

const programs = findPostgresPrograms();
const folders = [programs ?? '', ...(process.env['PATH'] ?? '').split(delimiter)];
const psql = programs && (folders.map((folder) => join(folder, 'psql')).find(existsSync) ?? null);
const passwords = { GENKLANG_OWNER_PASSWORD: 'made-up-owner', GENKLANG_WEB_PASSWORD: 'made-up-web' };

describe.skipIf(psql === null)('the accounts of the database', () => {
	let cluster: PostgresCluster;
	/** What commands write where they are run. */
	const folder = mkdtempSync(join(tmpdir(), 'genklang-accounts-'));
	const addressOf = (account: string): string => {
		const url = new URL(cluster.url('genklang'));
		url.username = account;
		return url.href;
	};
	/** Runs a statement or a file as the server's superuser. */
	function superuser(database: string, ...args: string[]) {
		const env = { PATH: process.env['PATH'] ?? '', ...passwords };
		const ran = spawnSync(psql ?? '', ['-X', '-q', cluster.url(database), ...args], {
			env,
			encoding: 'utf8'
		});
		return `${ran.stderr}${ran.status === 0 ? '' : `exit ${ran.status}`}`;
	}
	async function genklang(command: string, account: string, ...args: string[]) {
		return spawnSync(process.execPath, [join(root, 'bin', 'genklang.js'), command, ...args], {
			cwd: folder,
			encoding: 'utf8',
			timeout: 60_000,
			env: {
				PATH: process.env['PATH'] ?? '',
				DATABASE_URL: addressOf(account),
				GENKLANG_MASTER_KEY_FILE: writeTestMasterKey(),
				GENKLANG_BACKUP_PASSPHRASE: 'påhittad fras som är lång nog',
				GENKLANG_SECRET: 'made up for the tests, and long enough',
				PORT: String(await findFreePort())
			}
		});
	}

	beforeAll(async () => {
		if (programs) cluster = await startPostgresCluster(programs);
		superuser('postgres', '-c', 'create database genklang');
	});
	afterAll(async () => {
		await cluster.remove();
		rmSync(folder, { recursive: true, force: true });
	});

	it('are made by the file, which can be run again', () => {
		const file = join(root, 'database', 'roles.sql');
		expect(superuser('genklang', '-f', file)).toBe('');
		expect(superuser('genklang', '-f', file)).toBe('');
	});

	it('let the owner migrate, and nobody else', async () => {
		const refused = await genklang('migrate', 'genklang_web');
		expect(refused.status).toBe(1);
		const migrated = await genklang('migrate', 'genklang_owner');
		expect(migrated.stderr).toBe('');
		expect(migrated.stdout).toMatch(/^Databasen är uppdaterad/);
	});

	it('are enough for each command that is to be run with them', async () => {
		const board = ['--board', 'ifo', '--board-name', 'Påhittade nämnden'];
		const commands = [
			['create-admin', 'genklang_web', 'anna@exempelby.example', 'Anna (påhittad)', ...board],
			['verify-audit', 'genklang_web'],
			['backup', 'genklang_web', join(folder, 'copy')],
			['incident', 'genklang_web', '--since', '2026-11-20'],
			['rotate-keys', 'genklang_owner', '--master', join(folder, 'new-key')]
		] as const;
		for (const [command, account, ...args] of commands) {
			const { status, stderr, stdout } = await genklang(command, account, ...args);
			expect([command, status, `${stderr}${stdout}`]).toEqual([
				command,
				0,
				expect.not.stringContaining('får inte')
			]);
		}
	});

	it('keep the program from being started as the owner or a superuser', async () => {
		for (const account of ['genklang_owner', 'genklang']) {
			const { status, stderr } = await genklang('serve', account);
			expect([account, status]).toEqual([account, 1]);
			expect(stderr).toContain('Låt programmet logga in med ett eget konto, se docs/database-accounts.md.');
		}
	});

	describe('that the program signs in as', () => {
		let database: Database;
		const boards = [randomUUID() as BoardId, randomUUID() as BoardId] as const;
		const guarded = async (): Promise<readonly string[]> => {
			const tables = await queryRows<{ name: string }>(
				database.orm,
				sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`
			);
			return tables
				.map(({ name }) => name)
				.filter((name) => !(name in unguardedTables) && name !== 'assignments');
		};
		/** Without `set role`: as whoever signed in. */
		const asItself = <Row>(board: string, statement: string) =>
			database.orm.transaction(async (tx) => {
				await tx.execute(sql`select set_config('app.board_id', ${board}, true)`);
				return queryRows<Row>(tx, sql.raw(statement));
			});

		beforeAll(async () => {
			database = await openDatabase({ databaseUrl: addressOf('genklang_web'), masterKey: testMasterKey });
			for (const [at, id] of boards.entries()) {
				const board = { id, code: `n${at}`, name: 'Påhittade nämnden' };
				await createBoard(database, board);
				await openTestCase(makeTestBoard(database, shippedCatalogue(), board, null).karin);
			}
		});
		afterAll(() => database.close());

		it('sees one board’s rows in every table, also without taking the application’s role', async () => {
			expect(await asItself(boards[0], 'select current_user as name')).toEqual([{ name: 'genklang_web' }]);
			for (const name of await guarded()) {
				expect(
					await asItself(boards[0], `select from ${name} where board_id <> '${boards[0]}'`),
					name
				).toEqual([]);
				expect(await asItself('', `select from ${name}`), name).toEqual([]);
			}
			expect(await asItself(boards[0], 'select id from cases')).toHaveLength(1);
			expect(await asItself('every-board', 'select id from cases')).toHaveLength(2);
		});

		it('can turn nothing off, make nothing, and take nothing away', async () => {
			const attacks = [
				'set role genklang_owner',
				`select set_config('role', 'genklang_owner', false)`,
				'set session authorization genklang_owner',
				`set session_replication_role = 'replica'`,
				'alter role genklang_web bypassrls',
				'grant genklang_owner to genklang_web',
				'create table taken as select * from cases',
				'create policy mine on cases using (true)',
				'drop policy own_board on cases',
				'alter table cases disable row level security',
				'alter table cases no force row level security',
				'alter table audit_events disable trigger all',
				'delete from audit_events',
				`update audit_events set action = 'x'`,
				`insert into migrations (hash) values ('x')`,
				'drop schema public cascade',
				'drop database genklang'
			];
			for (const name of await guarded())
				attacks.push(`truncate ${name} cascade`, `drop table ${name} cascade`);
			expect(attacks.length).toBeGreaterThan(60);
			for (const attack of attacks) {
				for (const desk of [database, await database.forBoard(boards[0])]) {
					const outcome = desk.orm.execute(sql.raw(attack));
					await expect(outcome, attack).rejects.toMatchObject({
						cause: { code: expect.stringMatching(/^(42501|25001|55006)$/) }
					});
				}
			}
			expect(await asItself('every-board', 'select id from cases')).toHaveLength(2);
		});
	});
});
