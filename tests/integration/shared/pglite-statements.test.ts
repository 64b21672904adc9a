/** Statements of the embedded database that are prepared once answer as PGlite's own do. */
import { PGlite, types } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStatements, type Statements } from '#lib/shared/server/pglite-statements.ts';

let own: PGlite;
let statements: Statements;

beforeAll(async () => {
	own = await PGlite.create();
	statements = makeStatements(own);
	await own.exec('create table things (id int primary key, name text not null)');
});
afterAll(() => own.close());

const countPrepared = async (): Promise<number> => {
	const { rows } = await own.query<{ count: number }>(
		'select count(*)::int as count from pg_prepared_statements'
	);
	return rows[0]?.count ?? -1;
};

describe('a statement that is prepared', () => {
	it.each([
		['a number', 'int', 7],
		['a large number', 'bigint', 9_007_199_254_740_991n],
		['a fraction', 'numeric', '2.50'],
		['yes', 'boolean', true],
		['a text', 'text', 'Åsa “och” 😀'],
		['an object', 'jsonb', { a: [1, null, { b: 'x' }] }],
		['a list as JSON', 'jsonb', [1, 2]],
		['a list', 'text[]', ['a', 'b,c', '"']],
		['bytes', 'bytea', new Uint8Array([0, 255, 39])],
		['a day', 'date', '2026-11-30'],
		['nothing', 'text', null]
	])('takes and gives %s as PGlite itself does', async (_name, type, value) => {
		const text = `select $1::${type} as value, pg_typeof($1::${type})::text as type`;
		const there = await own.query(text, [value]);
		expect((await statements.client.query(text, [value])).rows).toEqual(there.rows);
		const inRows = await own.query(text, [value], { rowMode: 'array' });
		const mine = await statements.client.transaction((tx) => tx.query(text, [value], { rowMode: 'array' }));
		expect(mine).toMatchObject({ rows: inRows.rows, fields: inRows.fields });
	});

	it('is read in the statement’s own way where it has one, and nothing else is, then or afterwards', async () => {
		const text = `select '2026-12-01'::date as day, 2.5::float8 as share, '{"a":1}'::jsonb as whole`;
		const options = { parsers: { [types.DATE]: (day: string) => `dagen ${day}` } };
		const there = await own.query(text, [], options);
		expect(there.rows).toEqual([{ day: 'dagen 2026-12-01', share: 2.5, whole: { a: 1 } }]);
		expect((await statements.client.query(text, [], options)).rows).toEqual(there.rows);
		const plain = await own.query(text);
		expect((await statements.client.query(text)).rows).toEqual(plain.rows);
		expect(plain.rows).not.toEqual(there.rows);
	});

	it('is prepared once, however often and wherever it is run', async () => {
		const text = 'select name from things where id = $1 -- once';
		const before = await countPrepared();
		for (let id = 1; id <= 3; id += 1) {
			await statements.client.query(text, [id]);
			await statements.run(text, [id]);
			await statements.client.transaction((tx) => tx.query(text, [id]));
		}
		expect(await countPrepared()).toBe(before + 1);
	});

	it('says how many rows it changed', async () => {
		const insert = 'insert into things values ($1, $2)';
		expect((await statements.client.query(insert, [101, 'a'])).affectedRows).toBe(1);
		expect((await statements.client.query('delete from things where id > $1', [100])).affectedRows).toBe(1);
	});

	it('leaves everything in order when it is refused, in a transaction and outside one', async () => {
		const insert = 'insert into things values ($1, $2)';
		await statements.client.query(insert, [1, 'one']);
		await expect(statements.client.query(insert, [1, 'again'])).rejects.toMatchObject({ code: '23505' });
		await expect(
			statements.client.transaction(async (tx) => {
				await tx.query(insert, [2, 'two']);
				await tx.query(insert, [1, 'again']);
			})
		).rejects.toMatchObject({ code: '23505' });
		await expect(statements.client.query('select nothing from things')).rejects.toMatchObject({
			code: '42703'
		});
		expect((await statements.client.query('select id from things')).rows).toEqual([{ id: 1 }]);
	});

	it('is run again when its table has been changed', async () => {
		const text = 'select name from things where id = $1';
		expect((await statements.client.query(text, [1])).rows).toEqual([{ name: 'one' }]);
		await statements.client.query('alter table things add column more text');
		await statements.client.query('create index things_name on things (name)');
		expect((await statements.client.query(text, [1])).rows).toEqual([{ name: 'one' }]);
	});

	it('makes room for another when there are many, and can come back', async () => {
		for (let number = 0; number < 450; number += 1) {
			const { rows } = await statements.client.query(`select ${number} as number, $1::int as id`, [number]);
			expect(rows).toEqual([{ number, id: number }]);
		}
		expect(await countPrepared()).toBeLessThanOrEqual(400);
		expect((await statements.client.query('select 0 as number, $1::int as id', [5])).rows).toEqual([
			{ number: 0, id: 5 }
		]);
	});

	it('cannot be run in a transaction that is over', async () => {
		let kept: { query: PGlite['query'] } | undefined;
		await statements.client.transaction(async (tx) => {
			kept = tx;
		});
		await expect(kept?.query('select 1')).rejects.toThrow('Transaction is closed');
	});

	it('goes through drizzle, savepoints included', async () => {
		const orm = drizzle(statements.client);
		await orm.transaction(async (tx) => {
			await tx.execute(sql`insert into things (id, name) values (${10}, ${'ten'})`);
			await tx
				.transaction(async (inner) => {
					await inner.execute(sql`insert into things (id, name) values (${10}, ${'again'})`);
				})
				.catch(() => undefined);
			await tx.execute(sql`insert into things (id, name) values (${11}, ${'eleven'})`);
		});
		const { rows } = await orm.execute(sql`select id from things where id >= ${10} order by id`);
		expect(rows).toEqual([{ id: 10 }, { id: 11 }]);
	});
});
