/** Contacts, invitations and messages to and from their tables. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type {
	AdministrationId,
	BoardId,
	CaseId,
	ClientId,
	ContactId,
	InvitationId,
	MessageId
} from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { administrationsForMessages } from '#lib/collection/server/queries.ts';
import type { Channel, InvitationWay, MessageState } from '../channel.ts';
import type { Contact } from '../contact.ts';
import type { Invited, ReminderDays } from '../decide-reminder.ts';
import { usualReminderDays } from '../decide-reminder.ts';
import type { MessageKind, MessageText } from '../message-text.ts';
import { clientContacts, invitations, messages, messageSettings, messageTexts } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}
type SealedScope = Scope & Pick<Work, 'cipher'>;
type QueryScope = Pick<Work, 'query' | 'boardId' | 'cipher'>;

/** Stores where the client can be reached, in place of what was stored. */
export async function upsertContact(
	{ tx, boardId, cipher }: SealedScope,
	newId: ContactId,
	clientId: ClientId,
	{ email, phone, language }: Contact
): Promise<void> {
	const [known] = await tx
		.select({ id: clientContacts.id })
		.from(clientContacts)
		.where(and(eq(clientContacts.boardId, boardId), eq(clientContacts.clientId, clientId)))
		.for('update');
	const id = known?.id ?? newId;
	const { seal } = await cipher();
	const sealed = {
		email: seal('client_contacts.email', id, email),
		phone: seal('client_contacts.phone', id, phone),
		language
	};
	if (known) {
		await tx
			.update(clientContacts)
			.set(sealed)
			.where(and(eq(clientContacts.boardId, boardId), eq(clientContacts.id, id)));
	} else await tx.insert(clientContacts).values({ boardId, id, clientId, ...sealed });
}

/** Where the client can be reached; null when nothing is stored. */
export async function findContact(
	{ tx, boardId, cipher }: SealedScope,
	clientId: ClientId
): Promise<Contact | null> {
	const [row] = await tx
		.select()
		.from(clientContacts)
		.where(and(eq(clientContacts.boardId, boardId), eq(clientContacts.clientId, clientId)));
	if (!row) return null;
	const { open } = await cipher();
	return {
		email: open('client_contacts.email', row.id, row.email),
		phone: open('client_contacts.phone', row.id, row.phone),
		language: row.language
	};
}

export interface NewInvitation {
	readonly id: InvitationId;
	readonly administrationId: AdministrationId;
	readonly channel: InvitationWay;
	readonly language: string;
	readonly recipient: string | null;
	readonly link: string;
	readonly invitedOn: LocalDate;
}

export function insertInvitation(scope: SealedScope, invitation: NewInvitation): Promise<void> {
	return insertInvitations(scope, [invitation]);
}

/** Far below the protocol's 65 535 values a statement. */
const rowsAtATime = 500;

/** Many at once. */
export async function insertInvitations(
	{ tx, boardId, cipher }: SealedScope,
	values: readonly NewInvitation[]
): Promise<void> {
	const { seal } = await cipher();
	for (let from = 0; from < values.length; from += rowsAtATime) {
		const rows = values.slice(from, from + rowsAtATime).map(({ recipient, link, ...invitation }) => ({
			boardId,
			...invitation,
			recipient: recipient === null ? null : seal('invitations.recipient', invitation.id, recipient),
			link: seal('invitations.link', invitation.id, link)
		}));
		await tx.insert(invitations).values(rows);
	}
}

/** Where the clients can be reached, of those that anything is stored of. */
export async function listContacts(
	{ tx, boardId, cipher }: SealedScope,
	clientIds: readonly ClientId[]
): Promise<ReadonlyMap<ClientId, Contact>> {
	const { open } = await cipher();
	const found = new Map<ClientId, Contact>();
	for (let from = 0; from < clientIds.length; from += rowsAtATime) {
		const rows = await tx
			.select()
			.from(clientContacts)
			.where(
				and(
					eq(clientContacts.boardId, boardId),
					inArray(clientContacts.clientId, clientIds.slice(from, from + rowsAtATime))
				)
			);
		for (const { id, clientId, email, phone, language } of rows) {
			found.set(clientId, {
				email: open('client_contacts.email', id, email),
				phone: open('client_contacts.phone', id, phone),
				language
			});
		}
	}
	return found;
}

/** Puts the first message of each of many invitations in the outbox. */
export async function insertFirstMessages(
	{ tx, boardId }: Scope,
	values: readonly { readonly id: MessageId; readonly invitationId: InvitationId; readonly dueAt: Date }[]
): Promise<void> {
	for (let from = 0; from < values.length; from += rowsAtATime) {
		const rows = values
			.slice(from, from + rowsAtATime)
			.map((message) => ({ boardId, ...message, number: 0, state: 'waiting' as const }));
		await tx.insert(messages).values(rows);
	}
}

/** Puts a message in the outbox; nothing happens when there is one with the number already. */
export async function insertMessage(
	{ tx, boardId }: Scope,
	message: {
		readonly id: MessageId;
		readonly invitationId: InvitationId;
		readonly number: number;
		readonly dueAt: Date;
	}
): Promise<void> {
	await tx
		.insert(messages)
		.values({ boardId, ...message, state: 'waiting' })
		.onConflictDoNothing();
}

export interface MessageLine {
	readonly messageId: MessageId;
	readonly number: number;
	readonly state: MessageState;
	readonly settledAt: Date | null;
	readonly fault: string | null;
}

export interface InvitationLine {
	readonly administrationId: AdministrationId;
	readonly channel: InvitationWay;
	readonly invitedOn: LocalDate;
	readonly declinedOn: LocalDate | null;
	readonly messages: readonly MessageLine[];
}

/** How those of a case have been invited, with every message. */
export async function listInvitationsOfCase(
	{ tx, boardId }: Scope,
	caseId: CaseId
): Promise<readonly InvitationLine[]> {
	const rows = await tx
		.select({
			invitationId: invitations.id,
			administrationId: invitations.administrationId,
			channel: invitations.channel,
			invitedOn: invitations.invitedOn,
			declinedOn: invitations.declinedOn,
			messageId: messages.id,
			number: messages.number,
			state: messages.state,
			settledAt: messages.settledAt,
			fault: messages.fault
		})
		.from(invitations)
		.innerJoin(
			sql`${administrationsForMessages} as a`,
			sql`a.board_id = ${invitations.boardId} and a.id = ${invitations.administrationId}`
		)
		.leftJoin(
			messages,
			and(eq(messages.boardId, invitations.boardId), eq(messages.invitationId, invitations.id))
		)
		.where(and(eq(invitations.boardId, boardId), sql`a.case_id = ${caseId}`))
		.orderBy(asc(invitations.invitedOn), asc(invitations.id), asc(messages.number));
	return [...Map.groupBy(rows, ({ invitationId }) => invitationId).values()].flatMap((lines) => {
		const [first] = lines;
		if (!first) return [];
		const { administrationId, channel, invitedOn, declinedOn } = first;
		const sent = lines.flatMap(({ messageId, number, state, settledAt, fault }): MessageLine[] =>
			messageId === null || number === null || state === null
				? []
				: [{ messageId, number, state, settledAt, fault }]
		);
		return [{ administrationId, channel, invitedOn, declinedOn, messages: sent }];
	});
}

/** Says that the holder of the link does not want to answer; nothing happens where nobody was invited. One statement. */
export async function markDeclined(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	tokenHash: string,
	today: LocalDate
): Promise<boolean> {
	const rows = await query(sql`
		update ${invitations} set declined_on = ${today}
		from ${administrationsForMessages} a
		where ${invitations.boardId} = ${boardId} and a.board_id = ${boardId} and a.token_hash = ${tokenHash}
			and a.id = ${invitations.administrationId} and ${invitations.declinedOn} is null
			and a.state in ('sent', 'started')
		returning ${invitations.id}`);
	return rows.length > 0;
}

/** An invitation that waits for an answer, with what decides whether to remind. */
export interface OpenInvitation extends Invited {
	readonly invitationId: InvitationId;
}

/** Those who have not answered, a few at a time in order of their ids. */
export async function listOpenInvitations(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	today: LocalDate,
	after: InvitationId | null,
	limit: number
): Promise<readonly OpenInvitation[]> {
	return query<OpenInvitation>(sql`
		select i.id as "invitationId", a.state, a.expires_on as "expiresOn",
			(i.declined_on is not null) as "isDeclined",
			case when first.state = 'sent' then i.invited_on end as "invitedOn",
			coalesce(m.last, 0) as "lastNumber",
			(coalesce(m.stuck, 0) > 0) as "hasBounced"
		from ${invitations} i
		join ${administrationsForMessages} a on a.board_id = i.board_id and a.id = i.administration_id
		left join ${messages} first on first.board_id = i.board_id and first.invitation_id = i.id and first.number = 0
		left join lateral (
			select max(number)::int as last,
				(count(*) filter (where state in ('failed', 'bounced', 'uncertain', 'waiting', 'sending')))::int as stuck
			from ${messages} where board_id = i.board_id and invitation_id = i.id
		) m on true
		where i.board_id = ${boardId} and i.declined_on is null
			and a.state in ('sent', 'started') and a.expires_on >= ${today}
			and (${after}::uuid is null or i.id > ${after}::uuid)
		order by i.id limit ${limit}`);
}

/** Puts many reminders in the outbox at once; those that are there already are left as they are. How many were new. */
export async function insertReminders(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	reminders: readonly { readonly id: string; readonly invitationId: string; readonly number: number }[],
	dueAt: Date
): Promise<number> {
	if (reminders.length === 0) return 0;
	const rows = await query(sql`
		insert into ${messages} (board_id, id, invitation_id, number, state, due_at)
		select ${boardId}::uuid, r.id, r."invitationId", r.number, 'waiting', ${dueAt.toISOString()}::timestamptz
		from jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as r(id uuid, "invitationId" uuid, number smallint)
		on conflict do nothing
		returning id`);
	return rows.length;
}

export interface ClaimedMessage {
	readonly id: MessageId;
	readonly attempts: number;
	readonly number: number;
	readonly channel: Channel;
	readonly language: string;
	readonly recipient: string;
	readonly link: string;
	readonly expiresOn: LocalDate;
}

/**
 * Claims the next messages of the channels and writes down that they are being sent, before anybody is asked to send them.
 * Of those who ask at the same time each gets others. Messages that nobody should have any more are stopped instead.
 */
export async function claimMessages(
	scope: QueryScope,
	channels: readonly string[],
	now: Date,
	today: LocalDate,
	until: Date,
	limit: number
): Promise<readonly ClaimedMessage[]> {
	const { query, boardId } = scope;
	const rows = await query<
		Omit<ClaimedMessage, 'recipient' | 'link'> & {
			readonly invitationId: string;
			readonly recipient: Sealed;
			readonly link: Sealed;
			readonly isWanted: boolean;
		}
	>(sql`
		with due as (
			select m.id, i.id as invitation_id, i.channel, i.language, i.recipient, i.link, a.expires_on,
				(i.declined_on is null and a.state in ('sent', 'started') and a.expires_on >= ${today}) as is_wanted
			from ${messages} m
			join ${invitations} i on i.board_id = m.board_id and i.id = m.invitation_id
			join ${administrationsForMessages} a on a.board_id = i.board_id and a.id = i.administration_id
			where m.board_id = ${boardId} and m.state = 'waiting' and m.due_at <= ${now.toISOString()}::timestamptz
				and i.channel in (select jsonb_array_elements_text(${JSON.stringify(channels)}::jsonb))
			order by m.due_at, m.id limit ${limit}
			for update of m skip locked
		)
		update ${messages} m set
			state = case when due.is_wanted then 'sending' else 'stopped' end,
			claimed_until = case when due.is_wanted then ${until.toISOString()}::timestamptz end,
			settled_at = case when due.is_wanted then null else ${now.toISOString()}::timestamptz end,
			attempts = m.attempts + 1
		from due where m.board_id = ${boardId} and m.id = due.id
		returning m.id, m.attempts, m.number, due.channel, due.language, due.recipient, due.link,
			due.expires_on as "expiresOn", due.is_wanted as "isWanted", due.invitation_id as "invitationId"`);
	const { open } = await scope.cipher();
	return rows
		.filter(({ isWanted }) => isWanted)
		.map(({ isWanted: _wanted, invitationId, recipient, link, ...row }) => ({
			...row,
			recipient: open('invitations.recipient', invitationId, recipient),
			link: open('invitations.link', invitationId, link)
		}));
}

/** Says what came of a message that is being sent; nothing happens when it has been settled otherwise. */
export async function settleMessage(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	id: MessageId,
	outcome:
		| {
				readonly state: Exclude<MessageState, 'waiting' | 'sending'>;
				readonly at: Date;
				readonly fault: string | null;
		  }
		| { readonly state: 'waiting'; readonly dueAt: Date; readonly fault: string }
): Promise<void> {
	const settledAt = outcome.state === 'waiting' ? null : outcome.at.toISOString();
	const dueAt = outcome.state === 'waiting' ? outcome.dueAt.toISOString() : null;
	await query(sql`
		update ${messages} set state = ${outcome.state}, claimed_until = null,
			settled_at = ${settledAt}::timestamptz, due_at = coalesce(${dueAt}::timestamptz, due_at), fault = ${outcome.fault}
		where board_id = ${boardId} and id = ${id} and state = 'sending'`);
}

/** Those that somebody began to send and who is gone: nobody knows whether they left. How many. */
export async function settleAbandoned(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	now: Date
): Promise<number> {
	const rows = await query(sql`
		update ${messages} set state = 'uncertain', claimed_until = null, settled_at = ${now.toISOString()}::timestamptz,
			fault = 'interrupted'
		where board_id = ${boardId} and state = 'sending' and claimed_until <= ${now.toISOString()}::timestamptz
		returning id`);
	return rows.length;
}

/** The days that reminders go after the invitation. */
export async function findReminderDays({ tx, boardId }: Scope): Promise<ReminderDays> {
	const [row] = await tx
		.select({ reminderDays: messageSettings.reminderDays })
		.from(messageSettings)
		.where(eq(messageSettings.boardId, boardId));
	return row?.reminderDays ?? usualReminderDays;
}

export async function upsertReminderDays({ tx, boardId }: Scope, reminderDays: ReminderDays): Promise<void> {
	await tx
		.insert(messageSettings)
		.values({ boardId, reminderDays })
		.onConflictDoUpdate({ target: [messageSettings.boardId], set: { reminderDays } });
}

export interface StoredText extends MessageText {
	readonly channel: InvitationWay;
	readonly kind: MessageKind;
	readonly language: string;
}

/** The board's own words. */
export async function listTexts({ tx, boardId }: Scope): Promise<readonly StoredText[]> {
	const rows = await tx
		.select()
		.from(messageTexts)
		.where(eq(messageTexts.boardId, boardId))
		.orderBy(asc(messageTexts.channel), asc(messageTexts.kind), asc(messageTexts.language));
	return rows.map(({ boardId: _board, ...text }) => text);
}

export async function upsertText(
	{ tx, boardId }: Scope,
	{ subject, body, ...of }: StoredText
): Promise<void> {
	await tx
		.insert(messageTexts)
		.values({ boardId, ...of, subject, body })
		.onConflictDoUpdate({
			target: [messageTexts.boardId, messageTexts.channel, messageTexts.kind, messageTexts.language],
			set: { subject, body }
		});
}
