/**
 * The tablet's own manifest: what it has kept, verified each time it is read, and what the server sends, verified before it
 * is kept. The key comes with the pairing; a tablet that was paired before anything was signed learns it at its first contact.
 */
import type { KioskManifest } from '../kiosk-manifest.ts';
import {
	isExpired,
	isVerifyKey,
	parseSigned,
	versionOf,
	type Known,
	type ManifestRefusal
} from '../signed-manifest.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { refuse, type Result } from '#lib/shared/result.ts';
import type { KioskDatabase, KioskState, PinnedKey } from './kiosk-store.ts';
import { verifyManifest } from './verify-manifest.ts';

type Verified = Result<KioskManifest, ManifestRefusal>;

const nobody: Known = { kioskId: null, newest: null };

/** Remembers the key that came with a pairing, until the server has signed with it. */
export async function notePairing(store: KioskDatabase, verifyKey: string): Promise<void> {
	const state = await store.get('about', 'state');
	if (state?.pinned?.verifyKey === verifyKey) return;
	await store.put('about', { ...state, pairedWith: verifyKey }, 'state');
}

/** What is kept, verified; null when nothing ever has been. What was kept before there were signatures is not used. */
export async function readKept(store: KioskDatabase): Promise<Verified | null> {
	const state = await store.get('about', 'state');
	if (state?.reachedOn === undefined) return null;
	if (!state.pinned) return refuse('unsigned');
	return verifyManifest(state.signed, state.pinned.verifyKey, state.pinned);
}

/** Keeps what the server sent when the tablet's key has signed it; otherwise what is kept stays as it is. */
export async function keepSent(store: KioskDatabase, sent: unknown, today: LocalDate): Promise<Verified> {
	const state = (await store.get('about', 'state')) ?? {};
	const signed = parseSigned(sent);
	const pinned = await pickKey(state, sent, today);
	if (!signed || !pinned) return refuse('unsigned');
	const verified = await verifyManifest(signed, pinned.verifyKey, pinned);
	if (!verified.ok) return verified;
	const { value: manifest } = verified;
	// From long ago, or the clock is wrong.
	if (isExpired(manifest, today)) return refuse('expired');
	const known = { kioskId: manifest.kioskId, newest: versionOf(manifest) };
	const kept: KioskState = { signed, pinned: { ...pinned, ...known }, reachedOn: today };
	await store.put('about', kept, 'state');
	return verified;
}

/**
 * The key to verify with: that of a new pairing once the server has signed with it, since an address with a key in it proves
 * nothing; otherwise the one that is known; otherwise, on a tablet that has none, the one the server says.
 */
async function pickKey(
	{ pinned, pairedWith }: KioskState,
	sent: unknown,
	pinnedOn: LocalDate
): Promise<PinnedKey | null> {
	if (pairedWith !== undefined && (await verifyManifest(sent, pairedWith, nobody)).ok) {
		return { ...nobody, verifyKey: pairedWith, pinnedOn, by: 'pairing' };
	}
	if (pinned) return pinned;
	const said = typeof sent === 'object' && sent !== null && 'verifyKey' in sent ? sent.verifyKey : null;
	return isVerifyKey(said) ? { ...nobody, verifyKey: said, pinnedOn, by: 'first-contact' } : null;
}
