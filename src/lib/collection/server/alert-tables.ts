/** Answers that somebody responsible must see (PHQ-9 item 9), until they have said that they have; and what a unit then does. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { units } from '#lib/access/server/unit-tables.ts';
import { cases } from '#lib/cases/server/tables.ts';
import type { CaseId, ResponseId, RiskAlertId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import { responses } from './tables.ts';

export const riskAlerts = pgTable(
	'risk_alerts',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<RiskAlertId>().notNull(),
		caseId: uuid('case_id').$type<CaseId>().notNull(),
		responseId: uuid('response_id').$type<ResponseId>().notNull(),
		/** The instrument's risk item. */
		item: text().notNull(),
		raisedOn: date('raised_on').$type<LocalDate>().notNull(),
		acknowledgedOn: date('acknowledged_on').$type<LocalDate>(),
		/** As the access log names them. */
		acknowledgedBy: text('acknowledged_by')
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('risk_alerts_item_key').on(table.boardId, table.responseId, table.item),
		index('risk_alerts_case').on(table.boardId, table.caseId),
		foreignKey({
			name: 'risk_alerts_response_fk',
			columns: [table.boardId, table.responseId],
			foreignColumns: [responses.boardId, responses.id]
		}),
		foreignKey({
			name: 'risk_alerts_case_fk',
			columns: [table.boardId, table.caseId],
			foreignColumns: [cases.boardId, cases.id]
		}),
		check(
			'risk_alerts_acknowledged',
			sql`(${table.acknowledgedOn} is null) = (${table.acknowledgedBy} is null)`
		)
	]
);

/** The unit's own words on what is done when somebody has given such an answer. */
export const riskRoutines = pgTable(
	'risk_routines',
	{
		boardId: boardIdOfParent(),
		unitId: uuid('unit_id').$type<UnitId>().notNull(),
		routine: text().notNull(),
		changedOn: date('changed_on').$type<LocalDate>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.unitId] }),
		foreignKey({
			name: 'risk_routines_unit_fk',
			columns: [table.boardId, table.unitId],
			foreignColumns: [units.boardId, units.id]
		})
	]
);
