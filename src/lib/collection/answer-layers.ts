import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';

/** What a question was like when it was answered: its language, or text track, and whether it had pictures. */
export interface AnswerLayer {
	readonly language: LanguageTag;
	readonly hasPictures: boolean;
}

/** By question name. */
export type AnswerLayers = Readonly<Record<string, AnswerLayer>>;

/** What a page adds to it: the questions answered there are answered in its layer, and those it emptied in none. */
export function mergeLayers(kept: AnswerLayers, saved: SavedPage): AnswerLayers {
	const { replaces, answers, language, pictured } = saved;
	const gone = new Set(replaces);
	const rest = Object.entries(kept).filter(([name]) => !gone.has(name));
	const answered = Object.keys(answers).map((name) => [
		name,
		{ language, hasPictures: pictured.includes(name) }
	]);
	return Object.fromEntries([...rest, ...answered]) as AnswerLayers;
}

interface SavedPage {
	readonly replaces: readonly string[];
	readonly answers: Answers;
	readonly language: LanguageTag;
	/** Questions that were shown with pictures. */
	readonly pictured: readonly string[];
}

/** Layers of an interview, where nothing is shown to the client: languages alone. */
export function toAnswerLayers(languages: Readonly<Record<string, LanguageTag>>): AnswerLayers {
	const layers = Object.entries(languages).map(([name, language]) => [
		name,
		{ language, hasPictures: false }
	]);
	return Object.fromEntries(layers) as AnswerLayers;
}

/** Those that were answered with pictures, or in another language than the one the answers were sent in. */
export function listOtherLayers(layers: AnswerLayers, answers: Answers, sentIn: LanguageTag): AnswerLayers {
	return Object.fromEntries(
		Object.entries(layers).filter(
			([name, { language, hasPictures }]) => name in answers && (hasPictures || language !== sentIn)
		)
	);
}
