/**
 * The headers of what everybody may read: kept by caches for a while, found by search engines, and shown in other sites'
 * frames. The only pages that may: there is nothing in them to press and nobody signed in.
 */

/** Short, so that what is withdrawn is gone within minutes. */
const seconds = 300;

export function openPublished(headers: Headers, status: number): void {
	if (status !== 200 && status !== 304) return;
	headers.set('cache-control', `public, max-age=${seconds}`);
	headers.set('cross-origin-resource-policy', 'cross-origin');
	headers.set('access-control-allow-origin', '*');
	headers.delete('x-frame-options');
	headers.delete('x-robots-tag');
	const policy = headers.get('content-security-policy');
	if (policy) {
		headers.set('content-security-policy', policy.replace(/frame-ancestors [^;]+/, 'frame-ancestors *'));
	}
}
