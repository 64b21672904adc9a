/** Answers that a client has agreed to have handed to whoever carries out the help. */
import { date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { interventions } from '#lib/cases/server/tables.ts';
import type { InterventionId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import { responses } from './tables.ts';

/** That the client has said yes, to what, when, and who heard it. Only added to: what has been handed over is. */
export const providerHandOvers = pgTable(
	'provider_hand_overs',
	{
		boardId: boardIdOfParent(),
		responseId: uuid('response_id').$type<ResponseId>().notNull(),
		interventionId: uuid('intervention_id').$type<InterventionId>().notNull(),
		agreedOn: date('agreed_on').$type<LocalDate>().notNull(),
		/** As the access log names them. */
		recordedBy: text('recorded_by').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.responseId, table.interventionId] }),
		index('provider_hand_overs_intervention').on(table.boardId, table.interventionId),
		foreignKey({
			name: 'provider_hand_overs_response_fk',
			columns: [table.boardId, table.responseId],
			foreignColumns: [responses.boardId, responses.id]
		}),
		foreignKey({
			name: 'provider_hand_overs_intervention_fk',
			columns: [table.boardId, table.interventionId],
			foreignColumns: [interventions.boardId, interventions.id]
		})
	]
);
