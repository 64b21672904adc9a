/** Headers every answer from the program carries (reference: ASVS 5.0 3.4; the CSP itself is set in vite.config.ts). */
export const securityHeaders: Readonly<Record<string, string>> = {
	'cache-control': 'no-store',
	// Not no-referrer: with it browsers send `Origin: null` with a form posted without JavaScript, and the origin check
	// refuses it. Nothing reaches another site either way.
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'x-robots-tag': 'noindex, nofollow',
	'permissions-policy':
		'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), interest-cohort=()'
};

/** For HTML that SvelteKit has not drawn, which has neither script nor style. Its own pages have theirs from vite.config.ts. */
export const bareContentPolicy = [
	"default-src 'none'",
	"object-src 'none'",
	"base-uri 'none'",
	"connect-src 'self'",
	"form-action 'self'",
	"frame-ancestors 'none'"
].join('; ');

/** Tells browsers to keep to https for two years; only said when the public address is https. */
export const strictTransportSecurity = 'max-age=63072000; includeSubDomains';
