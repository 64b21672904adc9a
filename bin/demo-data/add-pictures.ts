/**
 * Pictures beside the words of the demo's survey: five simple signs for its questions, and a disc that is filled as often as the
 * answer says. Drawn for Genklang and given away (CC0 1.0); nobody has tried them with readers.
 */
import { readFileSync } from 'node:fs';
import { readPictureFile } from '../../src/lib/pictures/picture-file.ts';
import { placePictures } from '../../src/lib/pictures/server/commands/place-pictures.ts';
import { run } from '../../src/lib/shared/server/command.ts';
import type { Context } from '../../src/lib/shared/server/context.ts';

const questions = {
	sol_1: 'bemotande',
	sol_2: 'kvalitet',
	sol_3: 'kontinuitet',
	sol_4: 'mat',
	sol_5: 'delaktighet'
} as const;
const answers = { 3: 'alltid', 2: 'ofta', 1: 'ibland', 0: 'aldrig' } as const;

/** Puts them there, as the administrator of the board would. */
export async function addPictures(context: Context, instrumentId: string): Promise<void> {
	const pictures = Object.entries(questions).flatMap(([question, name]) => [
		{ question, option: null, file: readPicture(name) },
		...Object.entries(answers).map(([option, level]) => ({ question, option, file: readPicture(level) }))
	]);
	await run(context, placePictures, {
		instrumentId,
		pictures,
		holder: 'Genklang',
		licence: 'CC0 1.0',
		permission: null
	});
}

function readPicture(name: string) {
	const read = readPictureFile(
		new Uint8Array(readFileSync(new URL(`pictures/${name}.png`, import.meta.url)))
	);
	if (!read.ok) throw new Error(`Bilden ${name} går inte att använda: ${read.problem}.`);
	return read.value;
}
