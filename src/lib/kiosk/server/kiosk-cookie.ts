/** What a paired tablet shows that it is by. Opens two addresses and nothing else. */
import type { Cookies } from '@sveltejs/kit';
import { Problem } from '#lib/shared/problem.ts';

const year = 31_536_000;

function nameOf(publicUrl: string): string {
	return `${publicUrl.startsWith('https:') ? '__Host-' : ''}genklang-kiosk`;
}

/** Over https its name begins with `__Host-`: then browsers take it from this very host only. */
export function writeKioskCookie(cookies: Cookies, publicUrl: string, token: string): void {
	cookies.set(nameOf(publicUrl), token, {
		path: '/',
		httpOnly: true,
		secure: publicUrl.startsWith('https:'),
		sameSite: 'strict',
		maxAge: year
	});
}

/** The tablet's key, or the Problem that it has none. */
export function requireKioskToken(cookies: Cookies, publicUrl: string): string {
	const token = cookies.get(nameOf(publicUrl));
	if (token === undefined || !/^[0-9a-z]{26}$/.test(token)) throw new Problem('kiosk-unknown');
	return token;
}
