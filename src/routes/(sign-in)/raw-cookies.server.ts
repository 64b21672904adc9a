/** Cookies that Better Auth has written, passed on as they are through SvelteKit. */
import type { Cookies } from '@sveltejs/kit';

/** Sets each cookie with its own attributes; their values are already encoded. */
export function setRawCookies(cookies: Cookies, setCookies: readonly string[]): void {
	for (const cookie of setCookies) {
		const [pair = '', ...rest] = cookie.split(';').map((part) => part.trim());
		const name = pair.slice(0, pair.indexOf('='));
		const attributes = new Map(rest.map((part) => readAttribute(part)));
		const maxAge = attributes.get('max-age');
		cookies.set(name, pair.slice(pair.indexOf('=') + 1), {
			path: '/',
			httpOnly: true,
			secure: attributes.has('secure'),
			sameSite: 'lax',
			...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
			encode: (value) => value
		});
	}
}

function readAttribute(part: string): [string, string] {
	const at = part.indexOf('=');
	return at < 0 ? [part.toLowerCase(), ''] : [part.slice(0, at).toLowerCase(), part.slice(at + 1)];
}
