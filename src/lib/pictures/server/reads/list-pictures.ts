import { listPlaced, type ListedPicture } from '../queries.ts';
import { read } from '#lib/shared/server/read.ts';

/** The board's pictures for a form, with the right to each. */
export const listPictures = read({
	name: 'listPictures',
	permission: 'instrument:write',
	audit: 'none',
	subject: null,
	run: (work, { instrumentId }: { readonly instrumentId: string }): Promise<readonly ListedPicture[]> =>
		listPlaced(work, instrumentId)
});
