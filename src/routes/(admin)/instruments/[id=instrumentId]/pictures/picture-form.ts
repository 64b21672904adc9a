import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { pictureLimits, readPictureFile, type PictureFault, type PictureFile } from '#lib/pictures/picture-file.ts';
import type { PicturePlace, QuestionWithPlaces } from '#lib/pictures/picture-places.ts';
import { toInputValue } from '#lib/questionnaire/input-name.ts';
import { optionalText, requiredText } from '#lib/shared/server/form-fields.ts';

const maxLength = 300;
const kilobytes = pictureLimits.bytes / 1024;
const { side } = pictureLimits;

/** By whose right the pictures are shown; and, where the words belong to somebody who has a say, what they have agreed to. */
export function pictureFormSchema(needsPermission: boolean) {
	const tooLong = () => m.pictures_too_long({ max: maxLength });
	return v.object({
		holder: requiredText(m.pictures_holder_missing, maxLength, tooLong),
		licence: requiredText(m.pictures_licence_missing, maxLength, tooLong),
		permission: needsPermission
			? requiredText(m.pictures_permission_missing, maxLength, tooLong)
			: optionalText(maxLength, tooLong)
	});
}

/** A place, and the name of the field that a file for it is sent in. */
export interface PictureField extends PicturePlace {
	readonly name: string;
}

/** The fields for one question's files. */
export function listPictureFields({ question, options }: QuestionWithPlaces): readonly PictureField[] {
	const own = { question: question.name, option: null, name: 'own' };
	return [
		own,
		...options.map(({ code }) => {
			const option = toInputValue(code);
			return { question: question.name, option, name: `option.${option}` };
		})
	];
}

/** A field's id in the page, where every question has the same fields. */
export function toFieldId(question: string, name: string): string {
	return `${question}-${name}`;
}

export interface SentPictures {
	readonly pictures: readonly (PicturePlace & { readonly file: PictureFile })[];
	/** Sentences by field. */
	readonly errors: Readonly<Record<string, string>>;
}

/** The files that have been chosen, read; fields without a file are left as they were. */
export async function readPictures(data: FormData, fields: readonly PictureField[]): Promise<SentPictures> {
	const pictures: (PicturePlace & { readonly file: PictureFile })[] = [];
	const errors: Record<string, string> = {};
	for (const { name, question, option } of fields) {
		const sent = data.get(name);
		if (!(sent instanceof File) || sent.size === 0) continue;
		const read = readPictureFile(new Uint8Array(await sent.arrayBuffer()));
		if (read.ok) pictures.push({ question, option, file: read.value });
		else errors[name] = faultSentence[read.problem]({ file: sent.name, kilobytes, side });
	}
	return { pictures, errors };
}

interface FaultWords {
	readonly file: string;
	readonly kilobytes: number;
	readonly side: number;
}

const faultSentence: Record<PictureFault, (words: FaultWords) => string> = {
	'not-a-picture': m.pictures_fault_not_a_picture,
	broken: m.pictures_fault_broken,
	moving: m.pictures_fault_moving,
	turned: m.pictures_fault_turned,
	'too-heavy': m.pictures_fault_too_heavy,
	'too-large': m.pictures_fault_too_large
};
