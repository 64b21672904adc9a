/** Whether what a tablet is to ask was signed with the key that it knows. Only what has been verified is read. */
import type { KioskManifest } from '../kiosk-manifest.ts';
import {
	decideManifest,
	isVerifyKey,
	parseSigned,
	toSignedBytes,
	type Known,
	type ManifestRefusal
} from '../signed-manifest.ts';
import { refuse, type Result } from '#lib/shared/result.ts';
import { fromBase64Url } from './seal-answer.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The manifest that came or was kept, given the key and what is known. Refuses what is not signed, was changed or is older. */
export async function verifyManifest(
	value: unknown,
	verifyKey: string,
	known: Known
): Promise<Result<KioskManifest, ManifestRefusal>> {
	const signed = parseSigned(value);
	if (!signed) return refuse('unsigned');
	if (!(await isSignedWith(verifyKey, signed.text, signed.signature))) return refuse('altered');
	return decideManifest(signed.text, known);
}

async function isSignedWith(verifyKey: string, text: string, signature: string): Promise<boolean> {
	if (!isVerifyKey(verifyKey)) return false;
	try {
		const key = await crypto.subtle.importKey('raw', fromBase64Url(verifyKey), algorithm, false, ['verify']);
		const by = { name: 'ECDSA', hash: 'SHA-256' };
		return await crypto.subtle.verify(by, key, fromBase64Url(signature), toSignedBytes(text));
	} catch {
		// A point that is on no curve is nobody's key.
		return false;
	}
}
