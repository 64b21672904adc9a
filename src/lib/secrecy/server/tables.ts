/** The boards' own keys, each wrapped with the master key, which is never in the database. */
import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { boardId } from '#lib/shared/server/tables.ts';

/**
 * `arriving`: known, so that what is sealed with it can be opened, but not yet used · `active`: seals · `retiring`: opens
 * what has not been sealed anew yet · `retired`: destroyed.
 */
export type TenantKeyState = 'arriving' | 'active' | 'retiring' | 'retired';

export const tenantKeys = pgTable(
	'tenant_keys',
	{
		boardId: boardId(),
		version: integer().notNull(),
		/** Null when the key has been retired: what was sealed with it can never be opened again. */
		wrappedKey: text('wrapped_key'),
		state: text().$type<TenantKeyState>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.version] }),
		uniqueIndex('tenant_keys_active')
			.on(table.boardId)
			.where(sql`${table.state} = 'active'`),
		check('tenant_keys_state', sql`${table.state} in ('arriving', 'active', 'retiring', 'retired')`),
		check('tenant_keys_retired', sql`(${table.state} = 'retired') = (${table.wrappedKey} is null)`),
		check('tenant_keys_wrapped', sql`${table.wrappedKey} ~ '^g1[.][0-9]+[.]'`),
		check('tenant_keys_version', sql`${table.version} > 0`)
	]
);
