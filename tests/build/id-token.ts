/** ID tokens taken apart and put together again, as somebody who forges them would. */
import { createHmac, sign, type KeyObject } from 'node:crypto';

export interface IdToken {
	readonly header: Readonly<Record<string, unknown>>;
	readonly claims: Readonly<Record<string, unknown>>;
}

export function readIdToken(token: string): IdToken {
	const [header = '', claims = ''] = token.split('.');
	return { header: decode(header), claims: decode(claims) };
}

/** Signed with RS256, which is what the provider signs with. */
export function signIdToken({ header, claims }: IdToken, key: KeyObject): string {
	const text = `${encode(header)}.${encode(claims)}`;
	return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

/** Signed with HS256: whoever takes any algorithm takes what everybody knows, such as a public key, for the secret. */
export function signIdTokenWithSecret({ header, claims }: IdToken, secret: string): string {
	const text = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
	return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** Not signed at all, and saying so. */
export function leaveUnsigned({ header, claims }: IdToken): string {
	return `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`;
}

function decode(part: string): Record<string, unknown> {
	return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
}

function encode(part: object): string {
	return Buffer.from(JSON.stringify(part)).toString('base64url');
}
