/** The outbox: every message that waits, is being sent or has been. */
import { sql } from 'drizzle-orm';
import { administrationsForMessages } from '#lib/collection/server/queries.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import type { BoardId, InvitationId, MessageId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { inParts } from '#lib/shared/server/in-parts.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Channel, MessageState } from '../../channel.ts';
import { invitations, messages } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}
type QueryScope = Pick<Work, 'query' | 'boardId' | 'cipher'>;

/** Puts the first message of each of many invitations in the outbox. */
export async function insertFirstMessages(
	{ tx, boardId }: Scope,
	values: readonly { readonly id: MessageId; readonly invitationId: InvitationId; readonly dueAt: Date }[]
): Promise<void> {
	await inParts(values, (part) =>
		tx
			.insert(messages)
			.values(part.map((message) => ({ boardId, ...message, number: 0, state: 'waiting' as const })))
	);
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
