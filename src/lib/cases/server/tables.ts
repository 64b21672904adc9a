/** Clients, their cases, and the interventions that providers carry out. */
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	pgTable,
	primaryKey,
	smallint,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { units } from '#lib/access/server/unit-tables.ts';
import type { CaseId, ClientId, InterventionId, ProviderId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { Client } from '../case.ts';

export const providers = pgTable(
	'providers',
	{
		boardId: boardId(),
		id: uuid().$type<ProviderId>().notNull(),
		name: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('providers_name_key').on(table.boardId, table.name)
	]
);

export const clients = pgTable(
	'clients',
	{
		boardId: boardId(),
		id: uuid().$type<ClientId>().notNull(),
		clientNumber: text('client_number').notNull(),
		sex: text().$type<Client['sex']>(),
		birthYear: smallint('birth_year'),
		/** Both optional: the number from the case system is enough. */
		name: text().$type<Sealed>(),
		personalNumber: text('personal_number').$type<Sealed>(),
		/** What the personal identity number is found by: a keyed hash that only this board can make. */
		personalNumberIndex: text('personal_number_index')
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('clients_number_key').on(table.boardId, table.clientNumber),
		unique('clients_personal_number_key').on(table.boardId, table.personalNumberIndex),
		check('clients_sex', sql`${table.sex} in ('female', 'male')`),
		check('clients_birth_year', sql`${table.birthYear} between 1900 and 2100`),
		check('clients_name_sealed', isSealed(table.name)),
		check('clients_personal_number_sealed', isSealed(table.personalNumber)),
		check(
			'clients_personal_number_indexed',
			sql`(${table.personalNumber} is null) = (${table.personalNumberIndex} is null)`
		)
	]
);

export const cases = pgTable(
	'cases',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<CaseId>().notNull(),
		clientId: uuid('client_id').$type<ClientId>().notNull(),
		/** The unit that works with it; null for cases from before there were units, which only the assigned reach. */
		unitId: uuid('unit_id').$type<UnitId>(),
		/** Skyddade personuppgifter: only the assigned reach it, whoever else has the unit. */
		isProtected: boolean('is_protected').notNull().default(false),
		caseNumber: text('case_number').notNull(),
		concern: text().$type<Sealed>(),
		openedOn: date('opened_on').$type<LocalDate>().notNull(),
		closedOn: date('closed_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('cases_number_key').on(table.boardId, table.caseNumber),
		index('cases_client').on(table.boardId, table.clientId),
		foreignKey({
			name: 'cases_client_fk',
			columns: [table.boardId, table.clientId],
			foreignColumns: [clients.boardId, clients.id]
		}),
		index('cases_unit').on(table.boardId, table.unitId),
		foreignKey({
			name: 'cases_unit_fk',
			columns: [table.boardId, table.unitId],
			foreignColumns: [units.boardId, units.id]
		}),
		check('cases_days', sql`${table.closedOn} >= ${table.openedOn}`),
		check('cases_concern_sealed', isSealed(table.concern))
	]
);

/** Who works with a case, from when to when. Ended lines stay: they say who could read it. */
export const caseAssignments = pgTable(
	'case_assignments',
	{
		boardId: boardIdOfParent(),
		id: uuid().notNull(),
		caseId: uuid('case_id').$type<CaseId>().notNull(),
		/** As the access log names them. Not a foreign key: the line outlives the account. */
		staffId: text('staff_id').notNull(),
		validFrom: date('valid_from').$type<LocalDate>().notNull(),
		/** The first day it no longer holds; null while no end is set. Ended today, it is over at once. */
		validTo: date('valid_to').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('case_assignments_case').on(table.boardId, table.caseId),
		index('case_assignments_staff').on(table.boardId, table.staffId),
		uniqueIndex('case_assignments_once')
			.on(table.boardId, table.caseId, table.staffId)
			.where(sql`${table.validTo} is null`),
		foreignKey({
			name: 'case_assignments_case_fk',
			columns: [table.boardId, table.caseId],
			foreignColumns: [cases.boardId, cases.id]
		}),
		check('case_assignments_period', sql`${table.validTo} >= ${table.validFrom}`)
	]
);

export const interventions = pgTable(
	'interventions',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<InterventionId>().notNull(),
		caseId: uuid('case_id').$type<CaseId>().notNull(),
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		name: text().$type<Sealed>().notNull(),
		decidedOn: date('decided_on').$type<LocalDate>(),
		startedOn: date('started_on').$type<LocalDate>(),
		endedOn: date('ended_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('interventions_case').on(table.boardId, table.caseId),
		index('interventions_provider').on(table.boardId, table.providerId),
		foreignKey({
			name: 'interventions_case_fk',
			columns: [table.boardId, table.caseId],
			foreignColumns: [cases.boardId, cases.id]
		}),
		foreignKey({
			name: 'interventions_provider_fk',
			columns: [table.boardId, table.providerId],
			foreignColumns: [providers.boardId, providers.id]
		}),
		check('interventions_days', sql`${table.endedOn} >= ${table.startedOn}`),
		check('interventions_name_sealed', isSealed(table.name))
	]
);
