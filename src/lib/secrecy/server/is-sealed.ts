import { sql, type AnyColumn, type SQL } from 'drizzle-orm';

/** For a table's CHECK: the database itself refuses plain text in the column. */
export function isSealed(column: AnyColumn): SQL {
	return sql`${column} ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$'`;
}
