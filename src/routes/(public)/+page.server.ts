import { demoAddresses } from '#lib/demo/demo-addresses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	doors: locals.demo ? demoAddresses(locals.demo, url.origin) : null
});
