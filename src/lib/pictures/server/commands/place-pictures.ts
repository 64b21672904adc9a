import { deleteUnplaced, placePicture, weighPictures, type PictureRights } from '../queries.ts';
import { pictureLimits, type PictureFile } from '../../picture-file.ts';
import { hasPicturePlace, needsPicturePermission, type PicturePlace } from '../../picture-places.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface PlacePicturesInput extends PictureRights {
	readonly instrumentId: string;
	readonly pictures: readonly (PicturePlace & { readonly file: PictureFile })[];
}

/**
 * Puts pictures beside the words of a form, all with the same right; what stood in the same places is replaced. Refuses a form
 * or a place that does not exist (`not-found`), pictures without their right, or without the agreement of the words' owner
 * where one is needed (`invalid-input`), and more than a tablet should have to keep (`pictures-too-many`).
 */
export const placePictures = command({
	name: 'placePictures',
	permission: 'instrument:write',
	audit: 'always',
	subject: ({ instrumentId }: PlacePicturesInput) => ({ type: 'picture', id: null, reason: instrumentId }),
	async run(
		work,
		{ instrumentId, pictures, holder, licence, permission }: PlacePicturesInput
	): Promise<void> {
		const instrument = findInstrument(work.catalogue, instrumentId);
		if (!instrument) throw new Problem('not-found');
		if (!pictures.every((picture) => hasPicturePlace(instrument.questionnaire, picture))) {
			throw new Problem('not-found');
		}
		if (!holder || !licence) throw new Problem('invalid-input', { field: 'holder' });
		if (needsPicturePermission(instrument) && !permission) {
			throw new Problem('invalid-input', { field: 'permission' });
		}
		for (const picture of pictures) {
			await placePicture(work, {
				...picture,
				instrumentId,
				holder,
				licence,
				permission,
				addedOn: work.today
			});
		}
		await deleteUnplaced(work);
		if ((await weighPictures(work, instrumentId)) > pictureLimits.bytesOfInstrument) {
			throw new Problem('pictures-too-many');
		}
	}
});
