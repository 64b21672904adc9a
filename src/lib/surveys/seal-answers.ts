/**
 * Sealing an anonymous answer to the survey's box (svarslåda): whoever has the box's public key can put an answer in, and
 * nobody without the private one can take one out. Ephemeral P-256 → HKDF-SHA-256 → AES-256-GCM (the parts of RFC 9180),
 * bound to the box. All answers of a box are padded to one length, since a length would tell who wrote much. This code
 * runs in a browser as on a server; secrecy/server/seal-quickly.ts seals the same way with less work.
 */

/** What an answer is sealed to. */
export interface AnswerBox {
	/** In the seal: an answer cannot be moved to another box. */
	readonly id: string;
	/** An uncompressed point on P-256, base64url. */
	readonly publicKey: string;
	/** Bytes that every answer is padded to. */
	readonly size: number;
}

/** The web's own cryptography, the browser's or the server's. */
export type WebCrypto = Pick<Crypto, 'subtle'>;

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const pointBytes = 65;
const lengthBytes = 4;
/** One key for one message: the nonce need not differ. */
export const nonce = new Uint8Array(12);
/** What the key is derived for, in HKDF's `info`. */
export const purpose = 'genklang answer box 1';

export interface BoxKeyPair {
	/** Base64url. */
	readonly publicKey: string;
	/** PKCS 8. */
	readonly privateKey: Uint8Array<ArrayBuffer>;
}

/** A new pair for one box. */
export async function makeBoxKeys({ subtle }: WebCrypto): Promise<BoxKeyPair> {
	const pair = await subtle.generateKey(curve, true, ['deriveBits']);
	const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
	const privateKey = new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey));
	return { publicKey: toBase64Url(publicKey), privateKey };
}

/** The text sealed to the box, base64url; null when it is longer than the box takes. */
export async function sealAnswers(web: WebCrypto, box: AnswerBox, text: string): Promise<string | null> {
	const padded = pad(new TextEncoder().encode(text), box.size);
	if (!padded) return null;
	const { subtle } = web;
	const boxPoint = fromBase64Url(box.publicKey);
	const boxKey = await subtle.importKey('raw', boxPoint, curve, false, []);
	const own = await subtle.generateKey(curve, false, ['deriveBits']);
	const ownPoint = new Uint8Array(await subtle.exportKey('raw', own.publicKey));
	const shared = await subtle.deriveBits({ name: 'ECDH', public: boxKey }, own.privateKey, 256);
	const key = await deriveKey(web, shared, ownPoint, boxPoint, 'encrypt');
	const locked = new Uint8Array(await subtle.encrypt(seal(box.id), key, padded));
	const sealed = new Uint8Array(pointBytes + locked.length);
	sealed.set(ownPoint);
	sealed.set(locked, pointBytes);
	return toBase64Url(sealed);
}

/** The box's private key, ready to open with. */
export async function loadBoxKey(web: WebCrypto, privateKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
	return web.subtle.importKey('pkcs8', privateKey, curve, false, ['deriveBits']);
}

/** What was sealed to the box, or null when it was sealed to another one or has been changed. */
export async function openSealed(
	web: WebCrypto,
	box: Pick<AnswerBox, 'id' | 'publicKey'>,
	boxKey: CryptoKey,
	sealed: string
): Promise<string | null> {
	try {
		const bytes = fromBase64Url(sealed);
		const ownPoint = bytes.slice(0, pointBytes);
		const ownKey = await web.subtle.importKey('raw', ownPoint, curve, false, []);
		const shared = await web.subtle.deriveBits({ name: 'ECDH', public: ownKey }, boxKey, 256);
		const key = await deriveKey(web, shared, ownPoint, fromBase64Url(box.publicKey), 'decrypt');
		const padded = new Uint8Array(await web.subtle.decrypt(seal(box.id), key, bytes.slice(pointBytes)));
		return new TextDecoder('utf-8', { fatal: true }).decode(unpad(padded));
	} catch {
		return null;
	}
}

async function deriveKey(
	{ subtle }: WebCrypto,
	shared: ArrayBuffer,
	ownPoint: Uint8Array,
	boxPoint: Uint8Array,
	use: 'encrypt' | 'decrypt'
): Promise<CryptoKey> {
	const salt = new Uint8Array(2 * pointBytes);
	salt.set(ownPoint);
	salt.set(boxPoint, pointBytes);
	const info = new TextEncoder().encode(purpose);
	const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
	return subtle.deriveKey(
		{ name: 'HKDF', hash: 'SHA-256', salt, info },
		material,
		{ name: 'AES-GCM', length: 256 },
		false,
		[use]
	);
}

const seal = (boxId: string) => ({
	name: 'AES-GCM',
	iv: nonce,
	additionalData: new TextEncoder().encode(boxId)
});

/** The length, the bytes, and zeros up to the size; null when it is longer than that. */
export function pad(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
	if (bytes.length > size - lengthBytes) return null;
	const padded = new Uint8Array(size);
	new DataView(padded.buffer).setUint32(0, bytes.length);
	padded.set(bytes, lengthBytes);
	return padded;
}

function unpad(padded: Uint8Array<ArrayBuffer>): Uint8Array {
	const length = new DataView(padded.buffer).getUint32(0);
	return padded.subarray(lengthBytes, lengthBytes + length);
}

function toBase64Url(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 8192) {
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	}
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
}
