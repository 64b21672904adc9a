/** Those invited in confidential surveys, survey by survey, in words. */
import type { InvitedInSurvey } from '#lib/invitations/server/survey/queries.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { channelWords } from '../[caseId=caseId]/contact/message-rows.ts';

export interface InvitedRow {
	readonly href: string;
	readonly caseNumber: string;
	readonly clientNumber: string;
	readonly invited: string;
	readonly outcome: string;
}

export interface InvitedSurveyView {
	readonly id: string;
	readonly title: string;
	readonly rows: readonly InvitedRow[];
	/** Letters to print now; none when everybody has answered, declined, or the survey has closed. */
	readonly letters: number;
}

export function toInvitedSurveys(invited: readonly InvitedInSurvey[], today: LocalDate): InvitedSurveyView[] {
	const bySurvey = Map.groupBy(invited, ({ surveyId }) => surveyId);
	return [...bySurvey].map(([id, own]) => ({
		id,
		title: own[0]?.title ?? '',
		letters: own.filter((one) => one.way === 'letter' && isWaiting(one, today)).length,
		rows: own.map((one) => ({
			href: `/cases/${one.caseId}`,
			caseNumber: one.caseNumber,
			clientNumber: one.clientNumber,
			invited: m.confidential_list_by({ way: channelWords[one.way](), date: one.invitedOn }),
			outcome: describeOutcome(one, today)
		}))
	}));
}

function isWaiting({ state, declinedOn, expiresOn }: InvitedInSurvey, today: LocalDate): boolean {
	return (state === 'sent' || state === 'started') && declinedOn === null && expiresOn >= today;
}

function describeOutcome(one: InvitedInSurvey, today: LocalDate): string {
	if (one.state === 'answered') return m.confidential_response_answered();
	if (one.declinedOn !== null) return m.confidential_response_declined();
	if (one.state === 'withdrawn') return m.confidential_list_taken_back();
	if (one.messageState === 'bounced' || one.messageState === 'failed') return m.confidential_list_bounced();
	return one.expiresOn < today
		? m.confidential_list_over()
		: m.confidential_list_waiting({ date: one.expiresOn });
}
