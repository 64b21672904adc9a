/**
 * Row-level security: what stops a statement that has forgotten its board. On PostgreSQL it is a wall; on PGlite, whose
 * only user is all-powerful, it finds mistakes inside transactions and nothing more.
 */
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, queryRows } from '#lib/shared/server/database.ts';
import { appRole, unguardedTables } from '#lib/shared/server/guard-tables.ts';
import { openTestCase } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { describeOnOwnDatabase } from '../databases.ts';

interface Guarded {
	readonly name: string;
	readonly hasBoard: boolean;
	readonly isGuarded: boolean;
	readonly isForced: boolean;
	readonly policies: number;
}

describeOnOwnDatabase('the second wall', (open) => {
	let us: TestBoard;
	let them: TestBoard;
	let tables: readonly Guarded[];
	beforeAll(async () => {
		us = await open();
		them = await open();
		for (const board of [us, them]) await openTestCase(board.karin);
		tables = await queryRows<Guarded>(
			us.database.orm,
			sql`
			select c.relname as name, c.relrowsecurity as "isGuarded", c.relforcerowsecurity as "isForced",
				exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'board_id') as "hasBoard",
				(select count(*)::int from pg_policies p where p.tablename = c.relname) as policies
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`
		);
	});

	it('stands round every table but those that are named with a reason', () => {
		expect(tables.length).toBeGreaterThan(25);
		const open = tables.filter(
			({ isGuarded, isForced, policies }) => !(isGuarded && isForced && policies > 0)
		);
		expect(open.map(({ name }) => name).sort()).toEqual(Object.keys(unguardedTables).sort());
		const guarded = tables.filter(({ name }) => !(name in unguardedTables));
		expect(guarded.filter(({ hasBoard }) => !hasBoard)).toEqual([]);
	});

	it('is not gone round by a view or a function with another’s rights', async () => {
		const ways = await queryRows<{ name: string }>(
			us.database.orm,
			sql`
			select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = 'public' and c.relkind in ('v', 'm')
				and not coalesce('security_invoker=true' = any(c.reloptions), false)
			union all
			select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
			where n.nspname = 'public' and p.prosecdef`
		);
		expect(ways).toEqual([]);
	});

	it('shows a statement without a board in it one’s own rows only, in every table', async () => {
		const { orm } = await us.database.forBoard(us.board.id);
		const others = await orm.transaction(async (tx) => {
			const found: string[] = [];
			for (const { name } of tables.filter(({ isGuarded }) => isGuarded)) {
				if (name === 'assignments') continue;
				const rows = await queryRows(
					tx,
					sql`select from ${sql.identifier(name)} where board_id <> ${us.board.id} limit 1`
				);
				if (rows.length > 0) found.push(name);
			}
			return found;
		});
		expect(others).toEqual([]);
		const count = (board: TestBoard) =>
			board.database
				.forBoard(board.board.id)
				.then((desk) =>
					desk.orm.transaction(async (tx) => (await queryRows(tx, sql`select id from cases`)).length)
				);
		expect(await Promise.all([count(us), count(them)])).toEqual([1, 1]);
	});

	it('lets nothing be written into another board', async () => {
		const { orm } = await us.database.forBoard(us.board.id);
		const write = orm.transaction((tx) =>
			tx.execute(
				sql`insert into providers (board_id, id, name) values (${them.board.id}, gen_random_uuid(), 'Påhittad')`
			)
		);
		await expect(write).rejects.toMatchObject({ cause: { code: '42501' } });
		const changed = await orm.transaction((tx) =>
			queryRows(
				tx,
				sql`update cases set closed_on = opened_on where board_id = ${them.board.id} returning id`
			)
		);
		expect(changed).toEqual([]);
	});

	it('shows nothing where nobody has said which board', async () => {
		const rows = await us.database.orm.transaction(async (tx) => {
			await tx.execute(
				sql`select set_config('app.board_id', '', true), set_config('role', ${appRole}, true)`
			);
			return queryRows(tx, sql`select id from cases`);
		});
		expect(rows).toEqual([]);
	});
});

describeOnOwnDatabase('the application’s role', (open) => {
	describe('on PostgreSQL', () => {
		it('is bound: it owns nothing, cannot become another, and cannot turn the wall off', async () => {
			const { databaseUrl, board } = await open();
			if (databaseUrl === null) return;
			const owner = postgres(databaseUrl, { max: 1, onnotice: () => {} });
			const name = `web_${board.code}`;
			await owner.unsafe(`create role ${name} login nosuperuser nobypassrls in role ${appRole}`);
			const address = new URL(databaseUrl);
			address.username = name;
			const bound = await openDatabase({ databaseUrl: address.href, masterKey: testMasterKey });
			try {
				const [role] = await queryRows(
					bound.orm,
					sql`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = ${appRole}`
				);
				expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
				const desk = await bound.forBoard(board.id);
				const attacks = [
					'set role genklang',
					`select set_config('role', 'genklang', false)`,
					'alter table cases disable row level security',
					'alter table cases no force row level security',
					'drop policy own_board on cases',
					`set session_replication_role = 'replica'`,
					'create table taken as select * from cases',
					'truncate cases',
					'delete from audit_events',
					`update audit_events set action = 'x'`,
					`insert into migrations (hash) values ('x')`
				];
				for (const attack of attacks) {
					const outcome = desk.orm.execute(sql.raw(attack));
					await expect(outcome, attack).rejects.toMatchObject({ cause: { code: '42501' } });
				}
				await desk.orm.execute(sql`reset role`);
				expect(await queryRows(desk.orm, sql`select current_setting('app.board_id') as board`)).toEqual([
					{ board: board.id }
				]);
			} finally {
				await bound.close();
				await owner.unsafe(`drop role ${name}`);
				await owner.end();
			}
		});
	});
});
