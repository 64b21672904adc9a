/** The tablet's way to the server: asks now and then what to ask, and brings what is sealed. A network that is away is nothing unusual. */
import { toLocalDate } from '#lib/shared/local-date.ts';
import type { KioskManifest } from '../kiosk-manifest.ts';
import type { KioskDatabase, KioskState } from './kiosk-store.ts';
import { sendQueue, type Sent } from './send-queue.ts';

const patienceMs = 15_000;
const everyMs = 60_000;
/** A submission waits for a while that nobody can foresee, so that it does not follow the visitor out of the door. */
const longestWaitMs = 20_000;

export type Known =
	| { readonly kind: 'unknown-kiosk'; readonly state: KioskState | null }
	/** From the server, or as it was when it was last reached; null when it never has been. */
	| { readonly kind: 'known'; readonly state: KioskState | null };

export interface ServerLink {
	/** What to ask, as new as the network allows. */
	refresh(store: KioskDatabase): Promise<Known>;
	/** Sends all that waits, now. One sending at a time. */
	send(store: KioskDatabase): Promise<Sent>;
	sendSoon(store: KioskDatabase): void;
	/** Sends what waits every minute, for as long as the document lives. */
	sendNowAndThen(store: KioskDatabase): void;
}

export function makeLink(boardCode: string): ServerLink {
	const base = `/kiosk/${boardCode}`;
	let sending: Promise<Sent> | null = null;

	const post = (sealed: readonly string[]): Promise<Response> =>
		fetch(`${base}/answers`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ sealed }),
			cache: 'no-store',
			signal: AbortSignal.timeout(patienceMs)
		});

	function send(store: KioskDatabase): Promise<Sent> {
		sending ??= sendQueue(store, post).finally(() => (sending = null));
		return sending;
	}

	return {
		send,
		async refresh(store) {
			const before = (await store.get('about', 'state')) ?? null;
			const manifest = await askManifest(`${base}/manifest`);
			if (manifest === 'unknown-kiosk') return { kind: 'unknown-kiosk', state: before };
			if (manifest === null) return { kind: 'known', state: before };
			const state = { manifest, reachedOn: toLocalDate(new Date()) };
			await store.put('about', state, 'state');
			return { kind: 'known', state };
		},
		sendSoon(store) {
			const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
			setTimeout(() => void send(store), random % longestWaitMs);
		},
		sendNowAndThen(store) {
			setInterval(() => void send(store), everyMs);
			void send(store);
		}
	};
}

async function askManifest(address: string): Promise<KioskManifest | 'unknown-kiosk' | null> {
	try {
		const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
		if (response.status === 401) return 'unknown-kiosk';
		if (!response.ok) return null;
		const body: unknown = await response.json();
		const isOurs = typeof body === 'object' && body !== null && 'kioskId' in body && 'surveys' in body;
		return isOurs ? (body as KioskManifest) : null;
	} catch {
		return null;
	}
}
