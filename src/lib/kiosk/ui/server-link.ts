/** The tablet's way to the server: asks now and then what to ask, and brings what is sealed. A network that is away is nothing unusual. */
import { toLocalDate } from '#lib/shared/local-date.ts';
import type { KioskManifest } from '../kiosk-manifest.ts';
import type { ManifestRefusal } from '../signed-manifest.ts';
import type { KioskDatabase } from './kiosk-store.ts';
import { keepSent, readKept } from './manifest-keeper.ts';
import { sendQueue, type Sent } from './send-queue.ts';

const patienceMs = 15_000;
const everyMs = 60_000;
/** A submission waits for a while that nobody can foresee, so that it does not follow the visitor out of the door. */
const longestWaitMs = 20_000;

export type Asked =
	/** From the server, or as it was when it was last reached. `refused`: why what the server sent is not used. */
	| { readonly kind: 'known'; readonly manifest: KioskManifest; readonly refused: ManifestRefusal | null }
	/** There is something, from the server or kept, and none of it may be used. */
	| { readonly kind: 'refused'; readonly refused: ManifestRefusal }
	| { readonly kind: 'unknown-kiosk' }
	/** The server has never been reached. */
	| { readonly kind: 'nothing' };

export interface ServerLink {
	/** What to ask, as new as the network allows, and nothing that the tablet's key has not signed. */
	refresh(store: KioskDatabase): Promise<Asked>;
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
			const sent = await askManifest(`${base}/manifest`);
			if (sent === 'unknown-kiosk') return { kind: 'unknown-kiosk' };
			const kept = sent === null ? null : await keepSent(store, sent, toLocalDate(new Date()));
			if (kept?.ok) return { kind: 'known', manifest: kept.value, refused: null };
			const before = await readKept(store);
			const refused = kept === null ? null : kept.problem;
			if (before?.ok) return { kind: 'known', manifest: before.value, refused };
			const why = refused ?? (before === null ? null : before.problem);
			return why === null ? { kind: 'nothing' } : { kind: 'refused', refused: why };
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

/** What the server says, not verified yet; null when it cannot be reached, or something on the way answers in its place. */
async function askManifest(address: string): Promise<object | 'unknown-kiosk' | null> {
	try {
		const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
		if (response.status === 401) return 'unknown-kiosk';
		if (!response.ok) return null;
		const body: unknown = await response.json();
		return typeof body === 'object' ? body : null;
	} catch {
		return null;
	}
}
