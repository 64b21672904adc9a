import { sql } from 'drizzle-orm';
import { PgDialect, pgTable, text } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { toText } from './statement-text.ts';

const people = pgTable('people', { name: text(), nickName: text('nick_name') });
const named = sql`(select ${people.nickName} from ${people})`;

describe('a statement as text', () => {
	it.each([
		['values', sql`select ${1}, ${'två'}, ${null}, ${true}`],
		[
			'tables, columns and constant parts',
			sql`select ${people.name} from ${people} join ${named} n on ${1} = 1`
		],
		['parts with values', sql`select ${sql`${2} + ${people.name}`} where ${1} = ${3}`],
		['no values', sql`select 1`]
	])('is what drizzle makes of it: %s', (_what, statement) => {
		const { sql: wanted, params } = new PgDialect().sqlToQuery(statement);
		expect(toText(statement)).toMatchObject({ sql: wanted, params });
		// And again, when the constant parts are known.
		expect(toText(statement)).toMatchObject({ sql: wanted, params });
	});
});
