import { expect, it } from 'vitest';
import { openPublished } from './published-headers.ts';
import { securityHeaders } from './security-headers.ts';

const policy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'";
const headers = () => new Headers({ ...securityHeaders, 'content-security-policy': policy });

it('lets a published page be cached and framed, and keeps every other rule', () => {
	const opened = headers();
	openPublished(opened, 200);
	expect(opened.get('cache-control')).toBe('public, max-age=300');
	expect(opened.has('x-frame-options')).toBe(false);
	expect(opened.get('content-security-policy')).toBe(
		policy.replace("frame-ancestors 'none'", 'frame-ancestors *')
	);
	expect(opened.get('x-content-type-options')).toBe('nosniff');
});

it('changes nothing where there is nothing published', () => {
	const refused = headers();
	openPublished(refused, 404);
	expect([...refused]).toEqual([...headers()]);
});
