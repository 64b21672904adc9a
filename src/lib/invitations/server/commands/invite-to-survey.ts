import type { Channel, InvitationWay } from '../../channel.ts';
import { chooseWay, type WayOrder } from '../../choose-way.ts';
import { listContacts } from '../contacts/queries.ts';
import { insertFirstMessages } from '../outbox/queries.ts';
import { insertInvitations } from '../queries.ts';
import { appendAuditEvents } from '#lib/audit/server/queries.ts';
import { listTarget } from '#lib/cases/server/target/queries.ts';
import { insertAdministrations } from '#lib/collection/server/queries.ts';
import { listInvitedCases } from '#lib/collection/server/survey/queries.ts';
import type { Instrument, Respondent } from '#lib/instruments/instrument.ts';
import { getSittingFor } from '#lib/instruments/server/permits/queries.ts';
import { casesNobodyReaches } from '#lib/plans/server/queries.ts';
import type { AdministrationId, InvitationId, MessageId, SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { getSurvey, holdSurvey } from '#lib/surveys/server/queries.ts';
import { isSurveyOpen } from '#lib/surveys/is-survey-open.ts';

export interface InviteToSurveyInput {
	readonly surveyId: SurveyId;
	readonly order: WayOrder;
	/** The channels that the program has a gateway for. */
	readonly channels: readonly Channel[];
	/** The address that opens a link, but for the token that comes last. */
	readonly linkBase: string;
}

/** How many were invited, by way. Never whom. */
export type InvitedByWay = Readonly<Record<InvitationWay, number>>;

/**
 * Invites everybody in the target group of a confidential survey who has not been invited: an administration in the case of
 * each, with a link of their own, and a message in the outbox or a letter to print. Doing it again invites those who have
 * come since. Refuses a survey that is not confidential (`survey-fixed`) or not open today (`survey-not-open`).
 */
export const inviteToSurvey = command({
	name: 'inviteToSurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: ({ surveyId, order }: InviteToSurveyInput) => ({ type: 'survey', id: surveyId, reason: order }),
	async run(work, { surveyId, order, channels, linkBase }: InviteToSurveyInput): Promise<InvitedByWay> {
		await holdSurvey(work, surveyId);
		const survey = await getSurvey(work, surveyId);
		const { targetGroup, instruments, informationId, closesOn } = survey;
		if (survey.anonymity !== 'confidential' || !targetGroup) {
			throw new Problem('survey-fixed', { field: 'anonymity' });
		}
		if (!isSurveyOpen(survey, work.today)) throw new Problem('survey-not-open');
		const { forms } = await getSittingFor(work, 'link', instruments);
		const target = await listTarget(work, {
			...targetGroup,
			providerIds: survey.providers.map(({ providerId }) => providerId),
			except: await listInvitedCases(work, surveyId),
			unreachable: casesNobodyReaches
		});
		const contacts = await listContacts(
			work,
			target.map(({ clientId }) => clientId)
		);
		const invited = target.map(({ caseId, clientId, providerId, hasEnded }) => {
			const contact = contacts.get(clientId) ?? null;
			const { way, recipient } = chooseWay(contact, order, channels);
			const token = work.newToken();
			// One for each form. The link opens all of them and is the first's; the others' hashes are of nothing anybody has.
			const administrations = forms.map((form, index) => ({
				id: work.newId() as AdministrationId,
				caseId,
				surveyId,
				providerId,
				instrumentId: form.id,
				instrumentVersion: form.version,
				occasion: hasEnded ? ('after' as const) : ('during' as const),
				respondent: respondentOf(form),
				mode: 'link' as const,
				state: 'sent' as const,
				createdOn: work.today,
				tokenHash: hashToken(index === 0 ? token : work.newToken()),
				expiresOn: closesOn,
				informationId
			}));
			const administrationId = administrations[0]?.id;
			if (!administrationId) throw new Problem('instrument-unavailable');
			const invitation = {
				id: work.newId() as InvitationId,
				administrationId,
				channel: way,
				language: contact?.language ?? 'sv',
				recipient,
				link: `${linkBase}${token}`,
				invitedOn: work.today
			};
			return { caseId, administrations, invitation };
		});
		await insertAdministrations(
			work,
			invited.flatMap(({ administrations }) => administrations)
		);
		await insertInvitations(
			work,
			invited.map(({ invitation }) => invitation)
		);
		await insertFirstMessages(
			work,
			invited
				.filter(({ invitation }) => invitation.channel !== 'letter')
				.map(({ invitation }) => ({
					id: work.newId() as MessageId,
					invitationId: invitation.id,
					dueAt: work.now
				}))
		);
		// By its own line a person is told that they were invited, and what their address was used for.
		await appendAuditEvents(
			work,
			'write',
			inviteToSurvey.name,
			invited.map(({ caseId, invitation: { administrationId: id, channel: reason } }) => ({
				type: 'administration',
				id,
				caseId,
				reason
			}))
		);
		const countOf = (way: InvitationWay): number =>
			invited.filter(({ invitation }) => invitation.channel === way).length;
		return { email: countOf('email'), sms: countOf('sms'), letter: countOf('letter') };
	}
});

/** Who answers the form: the client where it is for clients, otherwise whoever it is for first. */
function respondentOf({ respondents }: Instrument): Respondent {
	const respondent = respondents.includes('client') ? 'client' : respondents[0];
	if (!respondent) throw new Problem('instrument-unavailable');
	return respondent;
}
