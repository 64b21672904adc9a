import { Problem } from '#lib/shared/problem.ts';
import { findInformation } from '../find-information.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const information = await findInformation(event);
	if (!information) throw new Problem('not-found');
	return { information };
};
