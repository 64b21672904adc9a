/**
 * Sealing to a box as `sealAnswers` does, byte for byte the same form, with Node's own functions: the web's make six visits
 * to other threads for each answer, which a whole class that answers at once has to wait for.
 */
import {
	createCipheriv,
	createPublicKey,
	diffieHellman,
	generateKeyPairSync,
	hkdfSync,
	type KeyObject
} from 'node:crypto';
import { nonce, pad, purpose, type AnswerBox } from '#lib/surveys/seal-answers.ts';

const curve = { namedCurve: 'P-256' } as const;
const coordinateBytes = 32;

/** The text sealed to the box, base64url; null when it is longer than the box takes. */
export function sealQuickly(box: AnswerBox, text: string): string | null {
	const padded = pad(new TextEncoder().encode(text), box.size);
	if (!padded) return null;
	const own = generateKeyPairSync('ec', curve);
	const ownPoint = toPoint(own.publicKey);
	const salt = Buffer.concat([ownPoint, Buffer.from(box.publicKey, 'base64url')]);
	const shared = diffieHellman({ privateKey: own.privateKey, publicKey: keyOf(box.publicKey) });
	const key = hkdfSync('sha256', shared, salt, purpose, 32);
	const cipher = createCipheriv('aes-256-gcm', new Uint8Array(key), nonce);
	cipher.setAAD(Buffer.from(box.id));
	const locked = [cipher.update(padded), cipher.final(), cipher.getAuthTag()];
	return Buffer.concat([ownPoint, ...locked]).toString('base64url');
}

/** An uncompressed point (SEC 1, 2.3.3). */
function toPoint(publicKey: KeyObject): Buffer {
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
}

/** Boxes' public keys as they are calculated with: reading one takes as long as half of the sealing. */
const keys = new Map<string, KeyObject>();
const mostKeys = 100;

function keyOf(publicKey: string): KeyObject {
	const known = keys.get(publicKey);
	if (known) return known;
	const point = Buffer.from(publicKey, 'base64url');
	const coordinate = (index: number): string =>
		point.subarray(1 + index * coordinateBytes, 1 + (index + 1) * coordinateBytes).toString('base64url');
	const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(0), y: coordinate(1) };
	const key = createPublicKey({ key: jwk, format: 'jwk' });
	if (keys.size >= mostKeys) keys.clear();
	keys.set(publicKey, key);
	return key;
}
