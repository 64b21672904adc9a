/**
 * A statement as text with placeholders and their values, as the drivers take it. drizzle's own way takes longer than
 * PostgreSQL takes to find a link, because it makes everything anew each time; tables and constant parts never change.
 */
import { is, SQL, StringChunk } from 'drizzle-orm';
import { PgDialect, PgTable } from 'drizzle-orm/pg-core';

export interface StatementText {
	readonly sql: string;
	readonly params: unknown[];
}

const dialect = new PgDialect();

/** Texts of tables and of parts of statements that hold no values. They are constants, so there are only so many. */
const textByPart = new WeakMap<object, string>();

/** The text and the values. Everything that drizzle can write can be written. */
export function toText(statement: SQL): StatementText {
	const params: unknown[] = [];
	let sql = '';
	for (const part of statement.queryChunks) {
		if (part instanceof StringChunk) {
			sql += part.value.join('');
		} else if (typeof part !== 'object' || part === null) {
			sql += `$${params.push(part)}`;
		} else {
			const text = findConstantText(part);
			if (text === null) return dialect.sqlToQuery(statement);
			sql += text;
		}
	}
	return { sql, params };
}

/** Null for a part that holds values, or is a value. */
function findConstantText(part: object): string | null {
	const known = textByPart.get(part);
	if (known !== undefined) return known;
	if (!is(part, PgTable) && !is(part, SQL)) return null;
	const { sql, params } = dialect.sqlToQuery(new SQL([part]));
	if (params.length > 0) return null;
	textByPart.set(part, sql);
	return sql;
}
