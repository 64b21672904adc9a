/** The pair of keys that shows a tablet that what it is to ask comes from the server it was paired with. One pair per pairing. */
import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { KioskManifest, ManifestContent } from '../kiosk-manifest.ts';
import { toSignedBytes, type SignedManifest } from '../signed-manifest.ts';
import { keepSigningKeys, replaceSigningKeys, type PairedKiosk } from './queries.ts';
import type { KioskId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface SigningKeys {
	/** An uncompressed P-256 point, base64url: what the tablet verifies with. */
	readonly verifyKey: string;
	/** PKCS #8, base64url. */
	readonly signingKey: string;
}

/** A new pair. */
export function makeSigningKeys(): SigningKeys {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	return {
		verifyKey: toPoint(publicKey),
		signingKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')
	};
}

/** The manifest as text, signed. */
export function signManifest(manifest: KioskManifest, signingKey: string): SignedManifest {
	const key = createPrivateKey({
		key: Buffer.from(signingKey, 'base64url'),
		format: 'der',
		type: 'pkcs8'
	});
	const text = JSON.stringify(manifest);
	const signature = sign('sha256', toSignedBytes(text), { key, dsaEncoding: 'ieee-p1363' });
	return { text, signature: signature.toString('base64url') };
}

/** Gives the tablet new keys, instead of those it may have had. */
export async function giveSigningKeys(work: Work, kioskId: KioskId): Promise<SigningKeys> {
	const keys = makeSigningKeys();
	await replaceSigningKeys(work, kioskId, await sealKeys(work, kioskId, keys));
	return keys;
}

/** The tablet's keys. One that was paired before anything was signed gets them here, once. */
export async function getSigningKeys(work: Work, kiosk: PairedKiosk): Promise<SigningKeys> {
	const { id, verifyKey, signingKey } = kiosk;
	const kept =
		verifyKey !== null && signingKey !== null
			? { verifyKey, signingKey }
			: await keepSigningKeys(work, id, await sealKeys(work, id, makeSigningKeys()));
	if (!kept) throw new Problem('kiosk-unknown');
	const cipher = await work.cipher();
	return { verifyKey: kept.verifyKey, signingKey: cipher.open('kiosks.signing_key', id, kept.signingKey) };
}

async function sealKeys(work: Work, kioskId: KioskId, { verifyKey, signingKey }: SigningKeys) {
	const cipher = await work.cipher();
	return { verifyKey, signingKey: cipher.seal('kiosks.signing_key', kioskId, signingKey) };
}

/** SHA-256, hexadecimal: the same as long as the tablet is to ask the same. */
export function hashContent(content: ManifestContent): string {
	return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function toPoint(publicKey: KeyObject): string {
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	const parts = [Uint8Array.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
	return Buffer.concat(parts).toString('base64url');
}
