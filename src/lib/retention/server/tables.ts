/** What a board has decided about erasing records, what is proposed, and certificates of what has been erased. */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	jsonb,
	integer,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { clients } from '#lib/cases/server/tables.ts';
import type {
	CertificateId,
	ClientId,
	RetentionHoldId,
	RetentionItemId,
	RetentionOverrideId,
	RetentionProposalId
} from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { AskReason } from '../assess-record.ts';
import type { HoldReason, ProposalState } from '../proposal.ts';
import type { Regime } from '../retention-rules.ts';

/** Where the board is and under which law it works. Until it is said, nothing that hangs on it is erased unasked. */
export const retentionSettings = pgTable(
	'retention_settings',
	{
		boardId: boardId().primaryKey(),
		/** SCB's four digits; the first two are the county. */
		municipalityCode: text('municipality_code').notNull(),
		regime: text().$type<Regime>().notNull()
	},
	(table) => [
		check('retention_settings_code', sql`${table.municipalityCode} ~ '^[0-9]{4}$'`),
		check('retention_settings_regime', sql`${table.regime} in ('sol', 'lss-private')`)
	]
);

/** Lines of the board's archive plan that decide instead of the shipped rules. */
export const retentionOverrides = pgTable(
	'retention_overrides',
	{
		boardId: boardId(),
		id: uuid().$type<RetentionOverrideId>().notNull(),
		ruleId: text('rule_id').notNull(),
		/** Null: nothing is erased under the rule. */
		years: integer(),
		reference: text().notNull(),
		validFrom: date('valid_from').$type<LocalDate>().notNull(),
		validTo: date('valid_to').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('retention_overrides_key').on(table.boardId, table.ruleId, table.validFrom),
		check('retention_overrides_years', sql`${table.years} between 0 and 150`),
		check('retention_overrides_period', sql`${table.validTo} >= ${table.validFrom}`)
	]
);

/** Records that somebody has decided to keep, whatever the rule says. */
export const retentionHolds = pgTable(
	'retention_holds',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<RetentionHoldId>().notNull(),
		clientId: uuid('client_id').$type<ClientId>().notNull(),
		reason: text().$type<HoldReason>().notNull(),
		heldBy: text('held_by').notNull(),
		heldOn: date('held_on').$type<LocalDate>().notNull(),
		/** The first day it no longer holds; null while no end is set. */
		liftedOn: date('lifted_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		uniqueIndex('retention_holds_once')
			.on(table.boardId, table.clientId)
			.where(sql`${table.liftedOn} is null`),
		index('retention_holds_client').on(table.boardId, table.clientId),
		foreignKey({
			name: 'retention_holds_client_fk',
			columns: [table.boardId, table.clientId],
			foreignColumns: [clients.boardId, clients.id]
		}),
		check('retention_holds_period', sql`${table.liftedOn} >= ${table.heldOn}`)
	]
);

/** What is to be erased, as the program sees it one night: proposed, then approved by a human being, then executed. */
export const retentionProposals = pgTable(
	'retention_proposals',
	{
		boardId: boardId(),
		id: uuid().$type<RetentionProposalId>().notNull(),
		ruleId: text('rule_id').notNull(),
		state: text().$type<ProposalState>().notNull(),
		proposedOn: date('proposed_on').$type<LocalDate>().notNull(),
		approvedBy: text('approved_by'),
		approvedOn: date('approved_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		// One at a time: the next night's proposal takes the place of one that nobody has approved.
		uniqueIndex('retention_proposals_open')
			.on(table.boardId)
			.where(sql`${table.state} <> 'executed'`),
		check('retention_proposals_state', sql`${table.state} in ('proposed', 'approved', 'executed')`),
		check(
			'retention_proposals_approved',
			sql`(${table.state} = 'proposed') = (${table.approvedBy} is null)
				and (${table.approvedBy} is null) = (${table.approvedOn} is null)`
		)
	]
);

/** One person's record in a proposal. Goes away with the record itself. */
export const retentionItems = pgTable(
	'retention_items',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<RetentionItemId>().notNull(),
		proposalId: uuid('proposal_id').$type<RetentionProposalId>().notNull(),
		clientId: uuid('client_id').$type<ClientId>().notNull(),
		lastNoteOn: date('last_note_on').$type<LocalDate>().notNull(),
		eligibleOn: date('eligible_on').$type<LocalDate>().notNull(),
		dueOn: date('due_on').$type<LocalDate>().notNull(),
		/** What the program could not decide; null when it could. */
		asks: text().$type<AskReason>(),
		/** What the approver said of it; null until then. */
		decision: text().$type<'erase' | 'keep'>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('retention_items_client_key').on(table.boardId, table.proposalId, table.clientId),
		index('retention_items_client').on(table.boardId, table.clientId),
		foreignKey({
			name: 'retention_items_proposal_fk',
			columns: [table.boardId, table.proposalId],
			foreignColumns: [retentionProposals.boardId, retentionProposals.id]
		}),
		foreignKey({
			name: 'retention_items_client_fk',
			columns: [table.boardId, table.clientId],
			foreignColumns: [clients.boardId, clients.id]
		}),
		check('retention_items_decision', sql`${table.decision} in ('erase', 'keep')`)
	]
);

/** Gallringsbevis: how much was erased under which rule, by whose decision. Nothing about whom. */
export const retentionCertificates = pgTable(
	'retention_certificates',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<CertificateId>().notNull(),
		proposalId: uuid('proposal_id').$type<RetentionProposalId>().notNull(),
		executedOn: date('executed_on').$type<LocalDate>().notNull(),
		approvedBy: text('approved_by').notNull(),
		approvedOn: date('approved_on').$type<LocalDate>().notNull(),
		ruleId: text('rule_id').notNull(),
		/** The rule as it stood: law, archive plan and years. */
		law: text().notNull(),
		years: integer().notNull(),
		persons: integer().notNull(),
		/** Records that were approved but had got a new note, an open case or a hold since: left as they were. */
		skipped: integer().notNull(),
		/** Rows by table. */
		counts: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
		/** The day the tables' files were cleared of what was erased; null while that is left to do. */
		sweptOn: date('swept_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('retention_certificates_proposal_key').on(table.boardId, table.proposalId),
		foreignKey({
			name: 'retention_certificates_proposal_fk',
			columns: [table.boardId, table.proposalId],
			foreignColumns: [retentionProposals.boardId, retentionProposals.id]
		})
	]
);
