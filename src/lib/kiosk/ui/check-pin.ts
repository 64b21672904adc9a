/** Whether the digits lead out of the questions. Wrong ones cost more and more time, also over a reload. */
import type { ManifestPin } from '../kiosk-manifest.ts';
import type { KioskDatabase } from './kiosk-store.ts';
import { fromBase64Url, toBase64Url } from './seal-answer.ts';

const freeAttempts = 5;
const longestPauseMs = 10 * 60_000;

export type PinVerdict =
	| { readonly kind: 'right' }
	| { readonly kind: 'wrong' }
	| { readonly kind: 'wait'; readonly seconds: number };

/** Tries the digits. After five wrong ones each attempt has to wait, twice as long each time, ten minutes at most. */
export async function checkPin(
	store: KioskDatabase,
	pin: ManifestPin,
	digits: string,
	now: number
): Promise<PinVerdict> {
	const { failures, waitUntil } = (await store.get('attempts', 'pin')) ?? { failures: 0, waitUntil: 0 };
	if (now < waitUntil) return { kind: 'wait', seconds: Math.ceil((waitUntil - now) / 1000) };
	if ((await hash(pin, digits)) === pin.hash) {
		await store.delete('attempts', 'pin');
		return { kind: 'right' };
	}
	const count = failures + 1;
	const pauseMs = count < freeAttempts ? 0 : Math.min(30_000 * 2 ** (count - freeAttempts), longestPauseMs);
	await store.put('attempts', { failures: count, waitUntil: now + pauseMs }, 'pin');
	return { kind: 'wrong' };
}

async function hash({ salt, iterations }: ManifestPin, digits: string): Promise<string> {
	const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, [
		'deriveBits'
	]);
	const bits = await crypto.subtle.deriveBits(
		{ name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64Url(salt), iterations },
		key,
		256
	);
	return toBase64Url(new Uint8Array(bits));
}
