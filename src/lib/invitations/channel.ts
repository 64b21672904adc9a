/** How somebody is invited to answer, and what has become of each message. */
export const channels = ['email', 'sms'] as const;
export type Channel = (typeof channels)[number];

/** A letter is printed and posted by people: the program sends nothing. */
export const invitationWays = [...channels, 'letter'] as const;
export type InvitationWay = (typeof invitationWays)[number];

/**
 * `sending` is written before the gateway is asked, so that nobody is asked twice: whoever was stopped in the middle leaves
 * `uncertain`, which a person decides about. `bounced` is the receiving side's no; `stopped` was never sent, since it was
 * answered, declined, withdrawn or too late first.
 */
export const messageStates = [
	'waiting',
	'sending',
	'sent',
	'failed',
	'bounced',
	'uncertain',
	'stopped'
] as const;
export type MessageState = (typeof messageStates)[number];

/** 0 is the invitation, 1 the first reminder, and so on. */
export type MessageNumber = number;
