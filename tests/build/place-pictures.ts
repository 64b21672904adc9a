import { createHash } from 'node:crypto';
import { readPictureFile, type PictureFile } from '#lib/pictures/picture-file.ts';
import type { PicturePlace } from '#lib/pictures/picture-places.ts';
import { placePictures } from '#lib/pictures/server/commands/place-pictures.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { makePng } from './pictures.ts';

/** A made-up picture as it is kept. */
export function testPicture(colour: readonly number[] = [204, 51, 51]): PictureFile {
	const read = readPictureFile(new Uint8Array(makePng(48, 48, colour)));
	if (!read.ok) throw new Error(read.problem);
	return read.value;
}

export const testRights = {
	holder: 'Påhittade bildstödet',
	licence: 'Påhittat avtal 1',
	permission: 'Ägaren har sagt ja (påhittat)'
};

interface TestPictures {
	readonly instrumentId: string;
	readonly places: readonly PicturePlace[];
	readonly colour?: readonly number[];
}

/** Puts one and the same picture in the places, as whoever may. Gives its hash. */
export async function placeTestPictures(
	context: Context,
	{ instrumentId, places, colour }: TestPictures
): Promise<string> {
	const file = testPicture(colour);
	const pictures = places.map((place) => ({ ...place, file }));
	await run(context, placePictures, { instrumentId, pictures, ...testRights });
	return createHash('sha256').update(file.bytes).digest('hex');
}
