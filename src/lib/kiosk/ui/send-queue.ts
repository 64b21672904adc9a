/** Brings what is sealed to the server: mixed, a few at a time, and taken away only when the server has said that it is stored. */
import { listQueue, settleQueue, type KioskDatabase, type Queued } from './kiosk-store.ts';

const mostTogether = 20;
/** Signs in one request: well under what the server takes in at once. */
const mostSigns = 450_000;

export type Sent =
	| { readonly kind: 'empty' }
	| { readonly kind: 'sent'; readonly stored: number; readonly refused: number }
	/** The network failed, or the server did: everything is still there. */
	| { readonly kind: 'unreached' }
	/** The tablet has been shut out: everything is still there. */
	| { readonly kind: 'unknown-kiosk' };

export type Post = (sealed: readonly string[]) => Promise<Response>;

/** Sends all that waits. What has been taken in stays taken in, also when the network fails half-way. */
export async function sendQueue(store: KioskDatabase, post: Post): Promise<Sent> {
	const queued = mix(await listQueue(store));
	if (queued.length === 0) return { kind: 'empty' };
	let stored = 0;
	let refused = 0;
	for (const part of parcel(queued)) {
		const answer = await ask(part, post);
		if (typeof answer === 'string') return { kind: answer };
		await settleQueue(
			store,
			part.filter((_, index) => answer[index] === 'stored').map(({ key }) => key),
			part.filter((_, index) => answer[index] === 'refused')
		);
		stored += answer.filter((taken) => taken === 'stored').length;
		refused += answer.filter((taken) => taken === 'refused').length;
	}
	return { kind: 'sent', stored, refused };
}

/** As many together as one request may hold. */
function parcel(queued: readonly Queued[]): Queued[][] {
	const parcels: Queued[][] = [];
	let signs = Infinity;
	for (const one of queued) {
		const last = parcels.at(-1);
		if (!last || last.length === mostTogether || signs + one.sealed.length > mostSigns) {
			parcels.push([one]);
			signs = one.sealed.length;
		} else {
			last.push(one);
			signs += one.sealed.length;
		}
	}
	return parcels;
}

async function ask(
	part: readonly Queued[],
	post: Post
): Promise<readonly unknown[] | 'unreached' | 'unknown-kiosk'> {
	try {
		const response = await post(part.map(({ sealed }) => sealed));
		if (response.status === 401) return 'unknown-kiosk';
		if (!response.ok) return 'unreached';
		const body: unknown = await response.json();
		const taken = typeof body === 'object' && body !== null && 'taken' in body ? body.taken : null;
		// An answer that is not ours comes from something on the way, such as a café's login.
		return Array.isArray(taken) && taken.length === part.length ? taken : 'unreached';
	} catch {
		return 'unreached';
	}
}

/** Fisher and Yates, with the browser's random source. */
function mix<T>(list: readonly T[]): T[] {
	const mixed = [...list];
	const random = crypto.getRandomValues(new Uint32Array(mixed.length));
	for (let last = mixed.length - 1; last > 0; last -= 1) {
		const other = (random[last] ?? 0) % (last + 1);
		[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
	}
	return mixed;
}
