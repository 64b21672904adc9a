import { findPicture, type PictureContent } from '../queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

/** A picture that the board has, for whoever chooses them. Refuses one that it does not have (`not-found`). */
export const pictureOfBoard = read({
	name: 'pictureOfBoard',
	permission: 'instrument:write',
	audit: 'none',
	subject: null,
	async run(work, { hash }: { readonly hash: string }): Promise<PictureContent> {
		const picture = await findPicture(work, [...work.catalogue.versionsById.keys()], hash);
		if (!picture) throw new Problem('not-found');
		return picture;
	}
});
