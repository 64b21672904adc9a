/** What sends a message: one interface, whichever way it goes. Where nothing is set up there is none, and nothing is offered. */
import type { Channel } from '../../channel.ts';

export interface OutgoingMessage {
	/** The same for the same message however often it is tried. */
	readonly id: string;
	readonly recipient: string;
	readonly subject: string;
	readonly body: string;
	readonly language: string;
}

/**
 * What came of it. `refused`: the other side says that nobody can be reached there. `not-sent`: it never left, and may be
 * tried again. `uncertain`: it may have left; nobody tries again by themselves.
 */
export type SendOutcome =
	{ readonly kind: 'sent' } | { readonly kind: 'refused' | 'not-sent' | 'uncertain'; readonly fault: string };

export interface Gateway {
	readonly channel: Channel;
	send(message: OutgoingMessage): Promise<SendOutcome>;
	close(): void;
}

export type Gateways = Readonly<Partial<Record<Channel, Gateway>>>;
