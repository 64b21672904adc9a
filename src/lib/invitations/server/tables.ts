/** Where people can be reached, who has been invited how, and every message that goes out: the outbox. */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { clients } from '#lib/cases/server/tables.ts';
import { administrations } from '#lib/collection/server/tables.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { AdministrationId, ClientId, ContactId, InvitationId, MessageId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { InvitationWay, MessageState } from '../channel.ts';
import type { MessageKind } from '../message-text.ts';

export const clientContacts = pgTable(
	'client_contacts',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<ContactId>().notNull(),
		clientId: uuid('client_id').$type<ClientId>().notNull(),
		email: text().$type<Sealed>(),
		phone: text().$type<Sealed>(),
		language: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('client_contacts_client_key').on(table.boardId, table.clientId),
		foreignKey({
			name: 'client_contacts_client_fk',
			columns: [table.boardId, table.clientId],
			foreignColumns: [clients.boardId, clients.id]
		}),
		check('client_contacts_email_sealed', isSealed(table.email)),
		check('client_contacts_phone_sealed', isSealed(table.phone))
	]
);

export const invitations = pgTable(
	'invitations',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<InvitationId>().notNull(),
		administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
		channel: text().$type<InvitationWay>().notNull(),
		language: text().notNull(),
		/** The address or number that it goes to; null for a letter. */
		recipient: text().$type<Sealed>(),
		/** The whole address that opens the questions: reminders have the same. */
		link: text().$type<Sealed>().notNull(),
		invitedOn: date('invited_on').$type<LocalDate>().notNull(),
		/** The day the person said no, thank you. */
		declinedOn: date('declined_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('invitations_administration_key').on(table.boardId, table.administrationId),
		foreignKey({
			name: 'invitations_administration_fk',
			columns: [table.boardId, table.administrationId],
			foreignColumns: [administrations.boardId, administrations.id]
		}),
		check('invitations_channel', sql`${table.channel} in ('email', 'sms', 'letter')`),
		check('invitations_letter', sql`(${table.channel} = 'letter') = (${table.recipient} is null)`),
		check('invitations_recipient_sealed', isSealed(table.recipient)),
		check('invitations_link_sealed', isSealed(table.link))
	]
);

/** One row per message. The key makes a second one with the same number impossible, whoever tries. */
export const messages = pgTable(
	'messages',
	{
		boardId: boardIdOfParent(),
		/** Also what gateways are told, so that they can see that it is the same. */
		id: uuid().$type<MessageId>().notNull(),
		invitationId: uuid('invitation_id').$type<InvitationId>().notNull(),
		number: smallint().notNull(),
		state: text().$type<MessageState>().notNull(),
		attempts: smallint().notNull().default(0),
		/** Not before this: tries that failed wait. */
		dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
		/** Until when whoever sends it has it alone. */
		claimedUntil: timestamp('claimed_until', { withTimezone: true }),
		settledAt: timestamp('settled_at', { withTimezone: true }),
		/** A code, never the text: that can hold the address. */
		fault: text()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('messages_number_key').on(table.boardId, table.invitationId, table.number),
		index('messages_due').on(table.boardId, table.state, table.dueAt),
		foreignKey({
			name: 'messages_invitation_fk',
			columns: [table.boardId, table.invitationId],
			foreignColumns: [invitations.boardId, invitations.id]
		}),
		check('messages_number', sql`${table.number} between 0 and 3`),
		check(
			'messages_state',
			sql`${table.state} in ('waiting', 'sending', 'sent', 'failed', 'bounced', 'uncertain', 'stopped')`
		),
		check('messages_claim', sql`(${table.state} = 'sending') = (${table.claimedUntil} is not null)`),
		check('messages_settled', sql`(${table.state} in ('waiting', 'sending')) = (${table.settledAt} is null)`)
	]
);

/** What the board has decided about reminders, and its own words. */
export const messageSettings = pgTable(
	'message_settings',
	{
		boardId: boardId(),
		reminderDays: jsonb('reminder_days').$type<readonly number[]>().notNull()
	},
	(table) => [primaryKey({ columns: [table.boardId] })]
);

export const messageTexts = pgTable(
	'message_texts',
	{
		boardId: boardId(),
		channel: text().$type<InvitationWay>().notNull(),
		kind: text().$type<MessageKind>().notNull(),
		language: text().notNull(),
		subject: text().notNull(),
		body: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.channel, table.kind, table.language] }),
		check('message_texts_channel', sql`${table.channel} in ('email', 'sms', 'letter')`),
		check('message_texts_kind', sql`${table.kind} in ('invitation', 'reminder')`)
	]
);
