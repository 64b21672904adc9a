/**
 * Where to go after signing in, from an address that anybody may have made: a path of our own, or `/`. Refuses other
 * sites, also in the forms browsers take for one (`//evil.example`, `/\evil.example`), and the sign-in pages themselves.
 */
export function toSafePath(wanted: string | null | undefined): string {
	if (!wanted || !wanted.startsWith('/') || /^\/[/\\]|[\\\s\p{Cc}]/u.test(wanted)) return '/';
	const url = URL.parse(wanted, 'http://own.invalid');
	if (!url || url.host !== 'own.invalid' || url.pathname.startsWith('//')) return '/';
	if (/^\/(sign-in|sign-out|invitation|stop|demo)(\/|$)/.test(url.pathname)) return '/';
	return url.pathname + url.search;
}
