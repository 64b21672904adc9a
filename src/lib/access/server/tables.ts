/** Who works where in a board, as what, and from when to when. The people themselves are in auth-tables.ts. */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { providers } from '#lib/cases/server/tables.ts';
import type { AssignmentId, ProviderId, StaffId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId } from '#lib/shared/server/tables.ts';
import type { Role } from '../actor.ts';
import { staffUsers } from './auth-tables.ts';
import { units } from './unit-tables.ts';

/**
 * People of a board whose account another board has made. Whoever administers this one sees them by what was written when
 * they were invited, and nothing of the account; roles here hold only when the person has accepted with the account's own
 * password or session. So neither board learns anything of the other, and neither gets hold of what the person may in it.
 */
export const guests = pgTable(
	'guests',
	{
		boardId: boardId(),
		userId: uuid('user_id')
			.$type<StaffId>()
			.notNull()
			.references(() => staffUsers.id, { onDelete: 'cascade' }),
		/** As it was written in the invitation. */
		name: text().notNull(),
		/** SHA-256 of the link's token; null when it has been used. */
		tokenHash: text('token_hash'),
		expiresAt: timestamp('expires_at', { withTimezone: true }),
		/** Null until they have accepted: then they have no role here. */
		acceptedAt: timestamp('accepted_at', { withTimezone: true }),
		/** Null while the board has not closed its door to them. */
		closedAt: timestamp('closed_at', { withTimezone: true })
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.userId] }),
		unique('guests_token_key').on(table.boardId, table.tokenHash),
		// Signing in asks where a person works before any board is known.
		index('guests_user').on(table.userId),
		check('guests_token_form', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`),
		check('guests_link', sql`(${table.tokenHash} is null) = (${table.expiresAt} is null)`)
	]
);

export const assignments = pgTable(
	'assignments',
	{
		boardId: boardId(),
		id: uuid().$type<AssignmentId>().notNull(),
		userId: uuid('user_id')
			.$type<StaffId>()
			.notNull()
			.references(() => staffUsers.id, { onDelete: 'cascade' }),
		role: text().$type<Role>().notNull(),
		/** The unit it is limited to; null for the whole board. */
		unitId: uuid('unit_id').$type<UnitId>(),
		/** The provider whose staff it is; only for that role. */
		providerId: uuid('provider_id').$type<ProviderId>(),
		validFrom: date('valid_from').$type<LocalDate>().notNull(),
		/** The first day it no longer holds; null while no end is set. Ended today, it is over at once. */
		validTo: date('valid_to').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		foreignKey({
			name: 'assignments_unit_fkey',
			columns: [table.boardId, table.unitId],
			foreignColumns: [units.boardId, units.id]
		}),
		foreignKey({
			name: 'assignments_provider_fkey',
			columns: [table.boardId, table.providerId],
			foreignColumns: [providers.boardId, providers.id]
		}),
		index('assignments_unit').on(table.boardId, table.unitId),
		index('assignments_provider').on(table.boardId, table.providerId),
		// Signing in asks where a person works before any board is known.
		index('assignments_user').on(table.userId),
		check(
			'assignments_provider_role',
			sql`(${table.role} = 'provider-staff') = (${table.providerId} is not null)`
		),
		check('assignments_period', sql`${table.validTo} is null or ${table.validTo} >= ${table.validFrom}`)
	]
);
