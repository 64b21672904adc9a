/**
 * The second wall between boards: PostgreSQL's row-level security. Every table with a `board_id` is guarded after every
 * migration, so that a new one is without anybody having to remember it. The first wall is that every query names its
 * board; this one is for the query that forgets (docs/decisions/0014-a-second-wall-between-boards.md).
 */
import { sql } from 'drizzle-orm';
import type { Orm } from './database.ts';

/** Whom commands and reads run as: owns nothing, may change no table's form, and cannot turn the guard off. */
export const appRole = 'genklang_app';
/** The setting that says whose rows are seen; without it there are none. */
export const boardSetting = 'app.board_id';
/** What it says where the program itself is at work for no board in particular: signing in, sealing the log, backing up. */
export const everyBoard = 'every-board';

/** Tables with a `board_id` that are read across boards, and why. Writing to them is guarded as everywhere else. */
export const readAcrossBoards: Readonly<Record<string, string>> = {
	assignments:
		'one person may work for several boards, and their account is one: signing in asks for all of them'
};

/** Tables that are not guarded, and why; a test holds this list against the database's own. */
export const unguardedTables: Readonly<Record<string, string>> = {
	boards: 'is the boards: found by the code in the address before any board is known',
	migrations: 'says what form the tables have',
	staff_users: 'a person signs in once, whichever boards they work for',
	staff_accounts: 'belongs to the person',
	staff_sessions: 'belongs to the person; the board is chosen after sign-in',
	staff_verifications: 'a sign-in under way, before anybody is known',
	staff_invitations: 'belongs to the person',
	totp_secrets: 'belongs to the person',
	backup_codes: 'belongs to the person',
	passkeys: 'belongs to the person',
	sign_in_throttles: 'counts attempts before anybody is known',
	sign_in_events: 'happens before any board is chosen'
};

/** Guards every table that is not guarded yet, and lets the application's role work with them. Safe to run again. */
export async function guardTables(tx: Orm): Promise<void> {
	await tx.execute(sql.raw(makeRole));
	await tx.execute(sql.raw(guard));
}

const quoteList = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Where the owner may make no roles, whoever runs the server makes it: then this passes by. */
const makeRole = `
do $$ begin
	if not exists (select from pg_roles where rolname = '${appRole}') then
		create role ${appRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
	end if;
exception when duplicate_object or unique_violation or insufficient_privilege then null;
end $$`;

/** \`nullif\`: after a transaction that set it, a setting is the empty text and not null. */
const sees = `nullif(current_setting('${boardSetting}', true), '') in ('${everyBoard}', board_id::text)`;

const guard = `
do $$
declare
	name text;
	has_role boolean := exists (select from pg_roles where rolname = '${appRole}');
begin
	for name in
		select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = 'public' and c.relkind in ('r', 'p')
	loop
		if has_role then
			if name = 'migrations' then
				execute format('grant select on %I to ${appRole}', name);
			elsif name = 'audit_events' then
				execute 'grant select, insert, update (seq, seal_key_id, seal) on audit_events to ${appRole}';
			else
				execute format('grant select, insert, update, delete on %I to ${appRole}', name);
			end if;
			-- To write a table's file anew after something has been erased. Before PostgreSQL 17 only an owner can.
			if current_setting('server_version_num')::int >= 170000 then
				execute format('grant maintain on %I to ${appRole}', name);
			end if;
		end if;
		continue when name in (${quoteList(Object.keys(unguardedTables))});
		continue when not exists (
			select from information_schema.columns c
			where c.table_schema = 'public' and c.table_name = name and c.column_name = 'board_id'
		);
		execute format('alter table %I enable row level security', name);
		execute format('alter table %I force row level security', name);
		if not exists (select from pg_policies p where p.tablename = name and p.policyname = 'own_board') then
			execute format($policy$create policy own_board on %I using (${sees}) with check (${sees})$policy$, name);
		end if;
		if name in (${quoteList(Object.keys(readAcrossBoards))})
			and not exists (select from pg_policies p where p.tablename = name and p.policyname = 'read_across') then
			execute format('create policy read_across on %I for select using (true)', name);
		end if;
	end loop;
	if has_role then execute 'grant usage on schema public to ${appRole}'; end if;
end $$`;
