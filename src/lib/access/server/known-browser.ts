/**
 * The mark of a browser that has signed in to an account before (OWASP, "device cookies"). A stranger who guesses
 * passwords makes the account slow for strangers, not for its owner. It opens nothing and skips no step.
 */
import type { SignInSecrets } from './secrets.ts';

/** A new mark for the account. */
export function writeKnownBrowser(secrets: SignInSecrets, email: string, nonce: string): string {
	return `${nonce}.${secrets.mac('known-browser', `${nonce} ${email}`)}`;
}

/** The browser's own number when it is known for this very account, or null. */
export function readKnownBrowser(
	secrets: SignInSecrets,
	email: string,
	value: string | undefined
): string | null {
	const match = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})$/.exec(value ?? '');
	const [, nonce = '', mac = ''] = match ?? [];
	return match && secrets.isMac('known-browser', `${nonce} ${email}`, mac) ? nonce : null;
}
