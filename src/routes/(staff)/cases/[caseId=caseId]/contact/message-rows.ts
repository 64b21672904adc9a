import type { InvitationWay, MessageState } from '#lib/invitations/channel.ts';
import type { InvitationLine } from '#lib/invitations/server/queries.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatMoment } from '../../../../(sign-in)/format-moment.ts';

export const channelWords: Readonly<Record<InvitationWay, () => string>> = {
	email: m.invitations_channel_email,
	sms: m.invitations_channel_sms,
	letter: m.confidential_way_letter
};

const stateWords: Readonly<Record<MessageState, () => string>> = {
	waiting: m.invitations_state_waiting,
	sending: m.invitations_state_sending,
	sent: m.invitations_state_sent,
	failed: m.invitations_state_failed,
	bounced: m.invitations_state_bounced,
	uncertain: m.invitations_state_uncertain,
	stopped: m.invitations_state_stopped
};

/** Every message of the case as a row, the latest first, and what is to be said about them. */
export function toMessageRows(invitations: readonly InvitationLine[]) {
	const lines = invitations.flatMap(({ channel, messages }) =>
		messages.map((message) => ({ channel, ...message }))
	);
	return {
		messages: lines.toReversed().map(({ messageId, number, channel, state, settledAt }) => ({
			id: messageId,
			what: number === 0 ? m.invitations_kind_invitation() : m.invitations_kind_reminder({ number }),
			channel: channelWords[channel](),
			state: stateWords[state](),
			when: settledAt ? formatMoment(settledAt) : '–'
		})),
		declined: invitations.flatMap(({ declinedOn }) =>
			declinedOn === null ? [] : [m.invitations_declined({ day: declinedOn })]
		),
		isUncertain: lines.some(({ state }) => state === 'uncertain')
	};
}
