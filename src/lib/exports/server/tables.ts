/** Ordered files, and what they hold: packed, cut in pieces and sealed, until they are fetched or have expired. */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { providers } from '#lib/cases/server/tables.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { ExportId, ExportPartId, ProviderId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type {
	AgeForm,
	DataSet,
	ExportFormat,
	ExportGround,
	ExportState,
	FileLanguage,
	ValueForm
} from '../export-order.ts';

export const exportOrders = pgTable(
	'export_orders',
	{
		boardId: boardId(),
		id: uuid().$type<ExportId>().notNull(),
		dataSet: text('data_set').$type<DataSet>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		instrumentVersion: text('instrument_version').notNull(),
		format: text().$type<ExportFormat>().notNull(),
		valueForm: text('value_form').$type<ValueForm>().notNull(),
		ageForm: text('age_form').$type<AgeForm>().notNull(),
		fromDay: date('from_day').$type<LocalDate>(),
		toDay: date('to_day').$type<LocalDate>(),
		providerId: uuid('provider_id').$type<ProviderId>(),
		/** Units that whoever ordered it reached; null is the whole board. */
		unitIds: jsonb('unit_ids').$type<readonly UnitId[]>(),
		language: text().$type<FileLanguage>().notNull(),
		ground: text().$type<ExportGround>().notNull(),
		/** Written freely. */
		recipient: text().$type<Sealed>().notNull(),
		/** As the access log names them. Not a foreign key: the line outlives the account. */
		orderedBy: text('ordered_by').notNull(),
		orderedAt: timestamp('ordered_at', { withTimezone: true }).notNull(),
		state: text().$type<ExportState>().notNull(),
		/** How many times it has been begun; a process that was stopped leaves it to be begun anew. */
		attempts: integer().notNull().default(0),
		/** Until when whoever makes it has it alone. */
		claimedUntil: timestamp('claimed_until', { withTimezone: true }),
		/** Null until it has been counted. */
		rowsTotal: integer('rows_total'),
		rowsDone: integer('rows_done').notNull().default(0),
		fileName: text('file_name'),
		fileBytes: integer('file_bytes'),
		/** SHA-256 of the file, in hexadecimal. */
		fileHash: text('file_hash'),
		finishedAt: timestamp('finished_at', { withTimezone: true }),
		/** The name or code of what went wrong, never its text. */
		fault: text()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('export_orders_state').on(table.boardId, table.state, table.orderedAt),
		index('export_orders_provider').on(table.boardId, table.providerId),
		foreignKey({
			name: 'export_orders_provider_fk',
			columns: [table.boardId, table.providerId],
			foreignColumns: [providers.boardId, providers.id]
		}),
		check('export_orders_data_set', sql`${table.dataSet} in ('case-responses', 'anonymous-responses')`),
		check(
			'export_orders_format',
			sql`${table.format} in ('csv-swedish', 'csv', 'xlsx', 'spss', 'json', 'fhir')`
		),
		check('export_orders_values', sql`${table.valueForm} in ('codes', 'labels')`),
		check('export_orders_age', sql`${table.ageForm} in ('group', 'birth-year')`),
		check('export_orders_language', sql`${table.language} in ('sv', 'en')`),
		check('export_orders_ground', sql`${table.ground} in ('own-follow-up', 'disclosure-decision')`),
		check('export_orders_days', sql`${table.toDay} >= ${table.fromDay}`),
		check(
			'export_orders_state_word',
			sql`${table.state} in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')`
		),
		check('export_orders_claim', sql`(${table.state} = 'running') = (${table.claimedUntil} is not null)`),
		check(
			'export_orders_finished',
			sql`(${table.state} in ('waiting', 'running')) = (${table.finishedAt} is null)`
		),
		check('export_orders_fault', sql`(${table.state} = 'failed') = (${table.fault} is not null)`),
		check('export_orders_file', sql`${table.state} <> 'done' or ${table.fileHash} is not null`),
		check('export_orders_recipient_sealed', isSealed(table.recipient))
	]
);

/** The pieces of a file in order. There are none once it has expired or been cancelled. */
export const exportParts = pgTable(
	'export_parts',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<ExportPartId>().notNull(),
		exportId: uuid('export_id').$type<ExportId>().notNull(),
		number: integer().notNull(),
		/** The bytes in base 64. */
		content: text().$type<Sealed>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('export_parts_number').on(table.boardId, table.exportId, table.number),
		foreignKey({
			name: 'export_parts_export_fk',
			columns: [table.boardId, table.exportId],
			foreignColumns: [exportOrders.boardId, exportOrders.id]
		}),
		check('export_parts_content_sealed', isSealed(table.content))
	]
);
