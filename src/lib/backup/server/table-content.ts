/** Tables as a backup sees them: their names, rows as text, and what they add up to. The same on both databases. */
import { sql, type SQL } from 'drizzle-orm';
import { queryRows, type Orm } from '#lib/shared/server/database.ts';
import { boardSetting, everyBoard } from '#lib/shared/server/guard-tables.ts';
import type { TableLine, TableTotal } from './backup-lines.ts';

const rowsAtATime = 500;

/**
 * How PostgreSQL writes and reads values must not depend on the server's settings, and every board's rows are seen. Within
 * the transaction only.
 */
export async function prepareToCopy(tx: Orm): Promise<void> {
	for (const setting of [
		sql`set local timezone = 'UTC'`,
		sql`set local datestyle = 'ISO, YMD'`,
		sql`set local intervalstyle = 'postgres'`,
		sql`set local bytea_output = 'hex'`,
		sql`set local extra_float_digits = 1`,
		sql`select set_config(${boardSetting}, ${everyBoard}, true)`
	]) {
		await tx.execute(setting);
	}
}

/** The tables that hold data, by name, with their columns in order. How far it is migrated is told in another way. */
export async function listTables(tx: Orm): Promise<readonly TableLine[]> {
	return queryRows<TableLine>(
		tx,
		sql`select c.relname as "table", (
				select json_agg(a.attname order by a.attnum) from pg_attribute a
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			) as columns
			from pg_class c
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
				and c.relname <> 'migrations'
			order by c.relname`
	);
}

/**
 * The rows as PostgreSQL writes them, some hundred at a time, in the order of their keys: the order they were written in
 * would tell who answered when.
 */
export async function* readRows(tx: Orm, table: string): AsyncGenerator<readonly string[], void> {
	await tx.execute(sql`declare backup_rows no scroll cursor for
		select t::text as row from ${sql.identifier(table)} t ${await orderByKey(tx, table)}`);
	for (;;) {
		const rows = await queryRows<{ row: string }>(
			tx,
			sql`fetch ${sql.raw(String(rowsAtATime))} from backup_rows`
		);
		if (rows.length > 0) yield rows.map(({ row }) => row);
		if (rows.length < rowsAtATime) break;
	}
	await tx.execute(sql`close backup_rows`);
}

async function orderByKey(tx: Orm, table: string): Promise<SQL> {
	const columns = await queryRows<{ name: string }>(
		tx,
		sql`select a.attname as name
			from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
			where i.indrelid = ${table}::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)`
	);
	if (columns.length === 0) return sql`order by 1`;
	const names = columns.map(({ name }) => sql`t.${sql.identifier(name)}`);
	return sql`order by ${sql.join(names, sql`, `)}`;
}

/** How many rows there are and what they add up to: the sum of 60 bits of each row's SHA-256. */
export async function totalOf(tx: Orm, table: string): Promise<TableTotal> {
	const [total] = await queryRows<TableTotal>(
		tx,
		sql`select count(*)::int as rows, coalesce(sum(
				('x' || left(encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint
			), 0)::text as sum
			from ${sql.identifier(table)} t`
	);
	return total ?? { rows: 0, sum: '0' };
}

/** Puts rows back as they were written. */
export async function insertRows(tx: Orm, table: string, rows: readonly string[]): Promise<void> {
	const name = sql.identifier(table);
	await tx.execute(sql`
		insert into ${name}
		select (written.whole).*
		from (
			select line::${name} as whole from jsonb_array_elements_text(${JSON.stringify(rows)}::jsonb) as line
			offset 0
		) as written`);
}
