/** Seals one visitor's answers on the tablet: from then on only the server can read them. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { KioskAnswer } from '../kiosk-answer.ts';
import type { KioskManifest } from '../kiosk-manifest.ts';
import { padBytes } from '../padding.ts';
import { sealedFor, sealInfo } from '../seal-suite.ts';

const suite = new CipherSuite({
	kem: new DhkemP256HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes256Gcm()
});

/** The answer sealed to the server's key, base64url; all ordinary ones are equally long. */
export async function sealAnswer(
	{ publicKey, kioskId }: Pick<KioskManifest, 'publicKey' | 'kioskId'>,
	answer: KioskAnswer
): Promise<string> {
	const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64Url(publicKey));
	const text = padBytes(new TextEncoder().encode(JSON.stringify(answer)));
	const { enc, ct } = await suite.seal(
		{ recipientPublicKey, info: sealInfo },
		text as Uint8Array<ArrayBuffer>,
		sealedFor(kioskId)
	);
	return toBase64Url(new Uint8Array([...new Uint8Array(enc), ...new Uint8Array(ct)]));
}

export function toBase64Url(bytes: Uint8Array): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export function fromBase64Url(text: string): ArrayBuffer {
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (sign) => sign.charCodeAt(0)).buffer;
}
