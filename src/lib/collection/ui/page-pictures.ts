/** The pictures of one page of questions, and whether they are shown. */
import type { PictureSet } from '#lib/pictures/picture-set.ts';
import type { QuestionView } from '#lib/questionnaire/page-view.ts';
import type { ShownPictures } from '#lib/questionnaire/ui/shown-pictures.ts';

/** The pictures of the form that is answered. */
export interface OfferedPictures {
	readonly set: PictureSet;
	/** Where they are fetched, without the hash: `/s/…/pictures`. */
	readonly base: string;
	readonly isShown: boolean;
}

/** The page's own; null where it has none, and there is nothing to choose. */
export function pickPagePictures(
	offered: OfferedPictures | null,
	questions: readonly QuestionView[]
): OfferedPictures | null {
	if (!offered) return null;
	const own = questions.filter((question) => hasPicture(offered.set, question)).map(({ name }) => name);
	if (own.length === 0) return null;
	const set = Object.fromEntries(Object.entries(offered.set).filter(([name]) => own.includes(name)));
	return { ...offered, set };
}

function hasPicture(set: PictureSet, question: QuestionView): boolean {
	const pictures = set[question.name];
	if (!pictures) return false;
	const options = 'options' in question ? question.options : [];
	return pictures.own !== null || options.some(({ inputValue }) => inputValue in pictures.options);
}

/** Their addresses; null where they are not shown. */
export function toShownPictures(pictures: OfferedPictures | null): ShownPictures | null {
	if (!pictures?.isShown) return null;
	const { base, set } = pictures;
	const toAddress = (hash: string | null | undefined): string | null => (hash ? `${base}/${hash}` : null);
	return {
		ofQuestion: (question) => toAddress(set[question]?.own),
		ofOption: (question, inputValue) => toAddress(set[question]?.options[inputValue])
	};
}
