/** The cookies of signing in: their names, their attributes and what is in them. */
import type { SignInSecrets } from './secrets.ts';

export interface CookieAttributes {
	readonly path: '/';
	readonly httpOnly: true;
	readonly secure: boolean;
	readonly sameSite: 'lax' | 'strict';
	/** In seconds; left out for what the browser forgets when it is closed. */
	readonly maxAge?: number;
}

export interface CookieForm {
	readonly name: string;
	readonly attributes: CookieAttributes;
}

export interface SignInCookies {
	readonly session: CookieForm;
	/** Tells the throttle that this browser has signed in to the account before. Opens nothing. */
	readonly knownBrowser: CookieForm;
	/** Ties the challenge of a passkey to the browser that asked for it. */
	readonly challenge: CookieForm;
}

const day = 86_400;

/**
 * The cookies under a public address. Over https their names begin with `__Host-`: then browsers take them from this very
 * host only, over https only. Plain http, which is for this computer itself, has to do without.
 */
export function signInCookies(publicUrl: string): SignInCookies {
	const secure = publicUrl.startsWith('https:');
	const name = (word: string): string => `${secure ? '__Host-' : ''}genklang-${word}`;
	const base = { path: '/', httpOnly: true, secure } as const;
	return {
		session: { name: name('session'), attributes: { ...base, sameSite: 'lax' } },
		knownBrowser: {
			name: name('known-browser'),
			attributes: { ...base, sameSite: 'strict', maxAge: 180 * day }
		},
		challenge: { name: name('challenge'), attributes: { ...base, sameSite: 'strict', maxAge: 300 } }
	};
}

/** What the session's cookie holds: the token and a signature, so that a copy of the database opens no session. */
export function writeSessionCookie(secrets: SignInSecrets, token: string): string {
	return `${token}.${secrets.mac('session', token)}`;
}

/** The token in the cookie, or null when it is not one of ours. */
export function readSessionCookie(secrets: SignInSecrets, value: string | undefined): string | null {
	const match = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})$/.exec(value ?? '');
	const [, token = '', signature = ''] = match ?? [];
	return match && secrets.isMac('session', token, signature) ? token : null;
}
