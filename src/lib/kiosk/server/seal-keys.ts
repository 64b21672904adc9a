/** Makes the pair of keys that a tablet seals answers to, and opens what has been sealed. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { KioskId } from '#lib/shared/ids.ts';
import { unpadBytes } from '../padding.ts';
import { maxSealedLength, pointLength, sealedFor, sealInfo } from '../seal-suite.ts';

const suite = new CipherSuite({
	kem: new DhkemP256HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes256Gcm()
});

export interface SealKeys {
	readonly publicKey: string;
	readonly privateKey: string;
}

/** A new pair, base64url. */
export async function makeSealKeys(): Promise<SealKeys> {
	const pair = await suite.kem.generateKeyPair();
	return {
		publicKey: toText(await suite.kem.serializePublicKey(pair.publicKey)),
		privateKey: toText(await suite.kem.serializePrivateKey(pair.privateKey))
	};
}

export type OpenAnswer = (sealed: string) => Promise<unknown>;

/** Opens answers that the tablet sealed to the key: the value that was sealed, or null when it has been changed or is no such thing. */
export async function answerOpener(kioskId: KioskId, privateKey: string): Promise<OpenAnswer> {
	const recipientKey = await suite.kem.deserializePrivateKey(toBytes(privateKey));
	return async (sealed) => {
		if (sealed.length > maxSealedLength) return null;
		const bytes = toBytes(sealed);
		try {
			const opened = await suite.open(
				{ recipientKey, enc: bytes.slice(0, pointLength).buffer, info: sealInfo },
				bytes.slice(pointLength),
				sealedFor(kioskId)
			);
			const unpadded = unpadBytes(new Uint8Array(opened));
			return unpadded.ok ? (JSON.parse(new TextDecoder().decode(unpadded.value)) as unknown) : null;
		} catch {
			return null;
		}
	};
}

const toText = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url');
const toBytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));
