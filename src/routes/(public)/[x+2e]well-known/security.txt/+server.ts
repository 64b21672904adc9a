import { GENKLANG_SECURITY_CONTACT } from '$app/env/private';
import { Problem } from '#lib/shared/problem.ts';
import { toSecurityText } from '#lib/shared/security-text.ts';
import type { RequestHandler } from './$types';

const startedAt = new Date();

/** Whom to tell about a vulnerability: whoever runs this installation has said. */
export const GET: RequestHandler = ({ url }) => {
	if (!GENKLANG_SECURITY_CONTACT) throw new Problem('not-found');
	return new Response(toSecurityText(GENKLANG_SECURITY_CONTACT, url.origin, startedAt), {
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
};
