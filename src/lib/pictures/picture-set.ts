/** The pictures of one form, by what each is beside. */
import type { PicturePlace } from './picture-places.ts';

export interface QuestionPictures {
	/** Beside the question's own words. */
	readonly own: string | null;
	/** By the option's code as a form sends it. */
	readonly options: Readonly<Record<string, string>>;
}

/** Hashes (SHA-256, hexadecimal) by question name. */
export type PictureSet = Readonly<Record<string, QuestionPictures>>;

export interface PlacedPicture extends PicturePlace {
	readonly hash: string;
}

/** The set of those placed. */
export function toPictureSet(placed: readonly PlacedPicture[]): PictureSet {
	const byQuestion = [...Map.groupBy(placed, ({ question }) => question)];
	return Object.fromEntries(
		byQuestion.map(([question, pictures]) => {
			const options = pictures.flatMap(({ option, hash }) => (option === null ? [] : [[option, hash]]));
			const own = pictures.find(({ option }) => option === null)?.hash ?? null;
			return [question, { own, options: Object.fromEntries(options) as Record<string, string> }];
		})
	);
}

/** The names of those that have any picture. */
export function listPictured(set: PictureSet): readonly string[] {
	return Object.keys(set);
}

/** Every picture once. */
export function listHashes(set: PictureSet): readonly string[] {
	const all = Object.values(set).flatMap(({ own, options }) => [
		...(own ? [own] : []),
		...Object.values(options)
	]);
	return [...new Set(all)];
}

/** SHA-256 as it stands in addresses. */
export const pictureHashPattern = /^[0-9a-f]{64}$/;
