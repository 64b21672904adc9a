import { demoAddresses } from '#lib/demo/demo-addresses.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { RequestHandler } from './$types';

/** The front page's doors for scripts. */
export const GET: RequestHandler = ({ locals, url }) => {
	if (!locals.demo) throw new Problem('not-found');
	return Response.json(demoAddresses(locals.demo, url.origin));
};
