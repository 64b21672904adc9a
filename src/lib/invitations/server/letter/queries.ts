/** The letter to one who has been invited in a case: its link, opened, and what decides whether it may be printed. */
import { sql } from 'drizzle-orm';
import { administrationsForMessages } from '#lib/collection/server/queries.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import type { AdministrationId, CaseId, InvitationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { invitations } from '../tables.ts';

export interface OneLetterRow {
	readonly caseId: CaseId;
	readonly respondent: string;
	readonly language: string;
	readonly expiresOn: LocalDate;
	/** The whole address that opens the questions. */
	readonly link: string;
}

/** The letter of one who can still answer and has not said no, thank you; null where there is none, or nobody was invited. */
export async function findLetter(
	{ query, boardId, cipher }: Pick<Work, 'query' | 'boardId' | 'cipher'>,
	administrationId: AdministrationId,
	today: LocalDate
): Promise<OneLetterRow | null> {
	const [row] = await query<
		Omit<OneLetterRow, 'link'> & { readonly id: InvitationId; readonly link: Sealed }
	>(sql`
		select i.id, i.link, i.language, a.case_id as "caseId", a.respondent, a.expires_on as "expiresOn"
		from ${invitations} i
		join ${administrationsForMessages} a on a.board_id = i.board_id and a.id = i.administration_id
		where i.board_id = ${boardId} and i.administration_id = ${administrationId} and i.declined_on is null
			and a.state in ('sent', 'started') and a.expires_on >= ${today}`);
	if (!row) return null;
	const { id, link, ...letter } = row;
	const { open } = await cipher();
	return { ...letter, link: open('invitations.link', id, link) };
}

/** Whether somebody has been invited to answer it, by whatever way. */
export async function isInvited(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	administrationId: AdministrationId
): Promise<boolean> {
	const rows = await query(sql`
		select from ${invitations} where board_id = ${boardId} and administration_id = ${administrationId}`);
	return rows.length > 0;
}
