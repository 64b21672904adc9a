/** Whatever is stored about a person has words for them: every table that leads to a client, and every column of it. */
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { findColumnHeading, tableHeadings } from '#lib/rights/extract-headings.ts';
import { withheldColumns } from '#lib/rights/extract.ts';
import { listPersonalTables } from '#lib/retention/personal-tables.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../src/lib/*/server/*tables.ts', {
	eager: true
});
const tables = Object.values(Object.assign({}, ...Object.values(modules)) as Record<string, unknown>)
	.filter((value): value is PgTable => is(value, PgTable))
	.map((table) => getTableConfig(table));
const foreignKeys = tables.flatMap(({ name: table, foreignKeys: keys }) =>
	keys.map((key) => {
		const { columns, foreignColumns, foreignTable } = key.reference();
		return {
			table,
			columns: columns.map(({ name }) => name),
			parent: getTableConfig(foreignTable).name,
			parentColumns: foreignColumns.map(({ name }) => name)
		};
	})
);
const personal = new Set(listPersonalTables('clients', foreignKeys).map(({ name }) => name));
const ofPersons = tables.filter(({ name }) => personal.has(name));
const columns = ofPersons.flatMap(({ name, columns: all }) =>
	all.map((column) => [name, column.name] as const)
);

const advice = 'Give it words in src/lib/rights/extract-headings.ts and messages/{sv,en}/rights.json';

it('finds the tables', () => {
	expect(ofPersons.length).toBeGreaterThan(10);
	expect(personal).toContain('response_corrections');
	expect(personal).not.toContain('anonymous_responses');
});

it('every table has a heading', () => {
	expect(
		[...personal].filter((name) => !(name in tableHeadings)),
		advice
	).toEqual([]);
});

it('every column has a heading', () => {
	const without = columns.filter(([table, column]) => findColumnHeading(table, column) === undefined);
	expect(
		without.map((name) => name.join('.')),
		advice
	).toEqual([]);
});

it('no heading is about something that is not there', () => {
	expect(Object.keys(tableHeadings).filter((name) => !personal.has(name))).toEqual([]);
	const names = columns.map((name) => name.join('.'));
	expect(Object.keys(withheldColumns).filter((name) => !names.includes(name))).toEqual([]);
});
