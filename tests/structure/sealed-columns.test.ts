/** What is sealed in the database and what is not has been decided for every column, by somebody, with a reason. */
import { is } from 'drizzle-orm';
import { getTableConfig, PgDialect, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { openColumns } from '#lib/secrecy/open-columns.ts';
import { sealedColumns } from '#lib/secrecy/sealed-columns.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../src/lib/*/server/*tables.ts', {
	eager: true
});
const tables = Object.values(Object.assign({}, ...Object.values(modules)) as Record<string, unknown>)
	.filter((value): value is PgTable => is(value, PgTable))
	.map((table) => getTableConfig(table));

const dialect = new PgDialect();

const written = tables.flatMap(({ name, columns }) =>
	columns
		.filter((column) => /text|json|char/.test(column.getSQLType()))
		.map((column) => `${name}.${column.name}`)
);
const open = Object.entries(openColumns).flatMap(([table, columns]) =>
	Object.keys(columns).map((column) => `${table}.${column}`)
);
const sealed = Object.keys(sealedColumns);

describe('columns with text', () => {
	it('are all decided about', () => {
		const undecided = written.filter((column) => !open.includes(column) && !sealed.includes(column));
		expect(
			undecided,
			'Say in src/lib/secrecy/open-columns.ts why it may be read in the database, or seal it (sealed-columns.ts)'
		).toEqual([]);
	});

	it('are either sealed or open', () => {
		expect(sealed.filter((column) => open.includes(column))).toEqual([]);
	});

	it('exist', () => {
		expect([...open, ...sealed].filter((column) => !written.includes(column))).toEqual([]);
	});

	it('take nothing but sealed text where they are sealed: the database checks it itself', () => {
		const unchecked = tables.flatMap(({ name, columns, checks }) =>
			columns
				.filter((column) => sealed.includes(`${name}.${column.name}`))
				.filter((column) => {
					const wanted = `"${name}"."${column.name}" ~ '^g1[.]`;
					return !checks.some((check) => dialect.sqlToQuery(check.value).sql.startsWith(wanted));
				})
				.map((column) => `${name}.${column.name}`)
		);
		expect(unchecked).toEqual([]);
	});

	it('lie in a row that has an id of its own where they are sealed, since they are bound to it', () => {
		const without = tables
			.filter(({ name }) => sealed.some((column) => column.startsWith(`${name}.`)))
			.filter(({ columns }) => !columns.some((column) => column.name === 'id' && column.notNull));
		expect(without.map(({ name }) => name)).toEqual([]);
	});
});
