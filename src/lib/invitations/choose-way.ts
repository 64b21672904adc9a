/** How one of many is invited: the first way that is wanted and that there is an address for. */
import type { Channel, InvitationWay } from './channel.ts';
import type { Contact } from './contact.ts';

/** What an invitation of many goes by, in the order that is wanted. A letter always comes last: nobody is left out. */
export const wayOrders = {
	'email-first': ['email', 'sms', 'letter'],
	'sms-first': ['sms', 'email', 'letter'],
	letter: ['letter']
} as const satisfies Record<string, readonly InvitationWay[]>;
export type WayOrder = keyof typeof wayOrders;
export const wayOrderNames = Object.keys(wayOrders) as readonly WayOrder[];

export interface ChosenWay {
	readonly way: InvitationWay;
	/** The address or number; null for a letter. */
	readonly recipient: string | null;
}

/** The way for somebody; `set` are the channels that the program has a gateway for. */
export function chooseWay(contact: Contact | null, order: WayOrder, set: readonly Channel[]): ChosenWay {
	const addresses = { email: contact?.email ?? null, sms: contact?.phone ?? null };
	for (const way of wayOrders[order]) {
		if (way === 'letter') break;
		const recipient = addresses[way];
		if (recipient !== null && set.includes(way)) return { way, recipient };
	}
	return { way: 'letter', recipient: null };
}
