import { sql, type SQL } from 'drizzle-orm';

/**
 * For a column to be compared with: `id = ${anyOf(ids)}`. However many there are it is one parameter, so one statement; and
 * unlike what `in (select …)` gives it is known before the table is read, so that the column's index can be used, and is
 * never read anew for each row.
 */
export const anyOf = (ids: Iterable<string>): SQL =>
	sql`any(array(select value::uuid from jsonb_array_elements_text(${JSON.stringify([...ids])}::jsonb)))`;
