/** Who works where in a board, as what, and from when to when. The people themselves are in auth-tables.ts. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { providers } from '#lib/cases/server/tables.ts';
import type { AssignmentId, ProviderId, StaffId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId } from '#lib/shared/server/tables.ts';
import type { Role } from '../actor.ts';
import { staffUsers } from './auth-tables.ts';
import { units } from './unit-tables.ts';

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
