/** Who has been invited to answer what, and what has come of it. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { administrationsForMessages } from '#lib/collection/server/queries.ts';
import type { AdministrationId, BoardId, CaseId, InvitationId, MessageId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { inParts } from '#lib/shared/server/in-parts.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { InvitationWay, MessageState } from '../channel.ts';
import type { Invited } from '../decide-reminder.ts';
import { invitations, messages } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}
type SealedScope = Scope & Pick<Work, 'cipher'>;

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

/** Many at once. */
export async function insertInvitations(
	{ tx, boardId, cipher }: SealedScope,
	values: readonly NewInvitation[]
): Promise<void> {
	const { seal } = await cipher();
	await inParts(values, (part) =>
		tx.insert(invitations).values(
			part.map(({ recipient, link, ...invitation }) => ({
				boardId,
				...invitation,
				recipient: recipient === null ? null : seal('invitations.recipient', invitation.id, recipient),
				link: seal('invitations.link', invitation.id, link)
			}))
		)
	);
}

/** Gives the invitation to answer another link; nothing happens where nobody was invited. */
export async function updateInvitationLink(
	{ tx, boardId, cipher }: SealedScope,
	administrationId: AdministrationId,
	link: string
): Promise<void> {
	const ofAdministration = and(
		eq(invitations.boardId, boardId),
		eq(invitations.administrationId, administrationId)
	);
	const [invited] = await tx.select({ id: invitations.id }).from(invitations).where(ofAdministration);
	if (!invited) return;
	const { seal } = await cipher();
	await tx
		.update(invitations)
		.set({ link: seal('invitations.link', invited.id, link) })
		.where(ofAdministration);
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
