import { findPublished } from './find-published.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { publication, snapshot, years, figures, boardCode } = await findPublished(locals, params);
	return {
		version: publication.version,
		hash: publication.hash,
		figures: figures.length,
		boardCode,
		snapshot,
		others: years.filter((year) => year !== snapshot.year)
	};
};
