import { deleteUnplaced, removePlace } from '../queries.ts';
import type { PicturePlace } from '../../picture-places.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RemovePictureInput extends PicturePlace {
	readonly instrumentId: string;
}

/** Takes a picture away from its place; one that is shown nowhere else is deleted. Refuses one that is not there (`not-found`). */
export const removePicture = command({
	name: 'removePicture',
	permission: 'instrument:write',
	audit: 'always',
	subject: ({ instrumentId }: RemovePictureInput) => ({ type: 'picture', id: null, reason: instrumentId }),
	async run(work, input: RemovePictureInput): Promise<void> {
		if (!(await removePlace(work, input))) throw new Problem('not-found');
		await deleteUnplaced(work);
	}
});
