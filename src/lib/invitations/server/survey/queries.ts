/** What has become of everybody that a confidential survey has invited, counted in the database. */
import { sql, type SQL } from 'drizzle-orm';
import { administrationsForMessages } from '#lib/collection/server/queries.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import type { CaseId, InvitationId, ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { surveyNames } from '#lib/surveys/server/queries.ts';
import type { InvitationWay, MessageState } from '../../channel.ts';
import { invitations, messages } from '../tables.ts';

/** `no-answer` is also whoever may answer still. */
export type SurveyOutcome = 'answered' | 'declined' | 'not-reached' | 'taken-back' | 'no-answer';

export interface OutcomeCount {
	readonly providerId: ProviderId;
	readonly outcome: SurveyOutcome;
	readonly people: number;
}

/**
 * The outcomes by provider. An answer that came is an answer, also after "no, thank you". Not reached is whose invitation
 * came back or could not be sent.
 */
export function countOutcomes(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	surveyId: SurveyId
): Promise<readonly OutcomeCount[]> {
	return query<OutcomeCount>(sql`
		select provider_id as "providerId", outcome, count(*)::int as people from (
			select a.provider_id, case
				when a.state = 'answered' then 'answered'
				when i.declined_on is not null then 'declined'
				when a.state = 'withdrawn' then 'taken-back'
				when first.state in ('bounced', 'failed') then 'not-reached'
				else 'no-answer' end as outcome
			from ${administrationsForMessages} a
			join ${invitations} i on i.board_id = a.board_id and i.administration_id = a.id
			left join ${messages} first on first.board_id = i.board_id and first.invitation_id = i.id and first.number = 0
			where a.board_id = ${boardId} and a.survey_id = ${surveyId}
		) invited
		group by provider_id, outcome order by provider_id, outcome`);
}

export interface InvitedInSurvey {
	readonly surveyId: SurveyId;
	readonly title: string;
	readonly caseId: CaseId;
	readonly caseNumber: string;
	readonly clientNumber: string;
	readonly way: InvitationWay;
	readonly invitedOn: LocalDate;
	readonly declinedOn: LocalDate | null;
	readonly expiresOn: LocalDate;
	readonly state: 'sent' | 'started' | 'answered' | 'withdrawn';
	/** Of the invitation itself; null for a letter. */
	readonly messageState: MessageState | null;
}

/** Those invited in surveys that were open on the day or are; `within` has the cases of whoever asks (`casesInReach`). */
export function listInvitedInReach(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	within: SQL,
	since: LocalDate
): Promise<readonly InvitedInSurvey[]> {
	return query<InvitedInSurvey>(sql`
		select s.id as "surveyId", s.title, c.id as "caseId", c.case_number as "caseNumber",
			c.client_number as "clientNumber", i.channel as way, i.invited_on as "invitedOn",
			i.declined_on as "declinedOn", a.expires_on as "expiresOn", a.state, first.state as "messageState"
		from ${within} c
		join ${administrationsForMessages} a on a.board_id = ${boardId} and a.case_id = c.id
		join ${surveyNames} s on s.board_id = a.board_id and s.id = a.survey_id
		join ${invitations} i on i.board_id = a.board_id and i.administration_id = a.id
		left join ${messages} first on first.board_id = i.board_id and first.invitation_id = i.id and first.number = 0
		where a.expires_on >= ${since}
		order by s.title, s.id, c.case_number, a.id`);
}

export interface LetterRow {
	readonly caseId: CaseId;
	readonly caseNumber: string;
	readonly title: string;
	readonly language: string;
	readonly expiresOn: LocalDate;
	/** The whole address that opens the questions. */
	readonly link: string;
}

/** Letters of a survey to those in the cases who can still answer and have not said no, thank you. */
export async function listLetters(
	{ query, boardId, cipher }: Pick<Work, 'query' | 'boardId' | 'cipher'>,
	within: SQL,
	surveyId: SurveyId,
	today: LocalDate
): Promise<readonly LetterRow[]> {
	const { open } = await cipher();
	const rows = await query<
		Omit<LetterRow, 'link'> & { readonly id: InvitationId; readonly link: Sealed }
	>(sql`
		select i.id, i.link, i.language, c.id as "caseId", c.case_number as "caseNumber", s.title,
			a.expires_on as "expiresOn"
		from ${within} c
		join ${administrationsForMessages} a on a.board_id = ${boardId} and a.case_id = c.id
		join ${surveyNames} s on s.board_id = a.board_id and s.id = a.survey_id
		join ${invitations} i on i.board_id = a.board_id and i.administration_id = a.id
		where a.survey_id = ${surveyId} and i.channel = 'letter' and i.declined_on is null
			and a.state in ('sent', 'started') and a.expires_on >= ${today}
		order by c.case_number, i.id`);
	return rows.map(({ id, link, ...row }) => ({ ...row, link: open('invitations.link', id, link) }));
}
