import { findPicture, findPictureSet, type PictureContent } from '../queries.ts';
import type { PictureSet } from '../../picture-set.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

/** Which pictures stand beside the words of what is asked, for those who answer it. */
export const picturesAskedWith = read({
	name: 'picturesAskedWith',
	permission: 'response:submit',
	audit: 'none',
	subject: null,
	run: (work, { instrumentIds }: { readonly instrumentIds: readonly string[] }): Promise<PictureSet> =>
		findPictureSet(work, instrumentIds)
});

/** One of those pictures. Refuses one that is not of the form that is answered (`not-found`). */
export const pictureAskedWith = read({
	name: 'pictureAskedWith',
	permission: 'response:submit',
	audit: 'none',
	subject: null,
	async run(work, { instrumentIds, hash }: PictureAskedWithInput): Promise<PictureContent> {
		const picture = await findPicture(work, instrumentIds, hash);
		if (!picture) throw new Problem('not-found');
		return picture;
	}
});

interface PictureAskedWithInput {
	/** The forms of the sitting: one, or several. */
	readonly instrumentIds: readonly string[];
	readonly hash: string;
}
