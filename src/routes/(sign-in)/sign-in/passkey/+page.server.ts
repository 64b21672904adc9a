import { requireHalf } from '../../attempt.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { email } = requireHalf(locals, url);
	return { email, query: url.search };
};
