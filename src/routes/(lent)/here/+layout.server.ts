import { wantsPictures, writeJourneyQuery, writeKeptQuery } from '#lib/collection/journey-query.ts';
import { listLanguageChoices } from '#lib/collection/ui/language-choice.ts';
import type { LayoutServerLoad } from './$types';
import { openLent } from './open-lent.server.ts';

/** Who asks, and in which languages it can be read. Never who it is about. */
export const load: LayoutServerLoad = async (event) => {
	const { asker, interview, isOpen, session } = await openLent(event);
	const { languages: ofQuestions } = interview.instrument.questionnaire;
	const languages = listLanguageChoices(ofQuestions, event.url.searchParams.get('lang'));
	const current = languages.find(({ isCurrent }) => isCurrent)?.tag ?? event.locals.language;
	const hasPictures = wantsPictures(event.url.searchParams);
	const language = event.url.searchParams.has('lang') ? current : null;
	return {
		asker,
		isOpen,
		isShut: session.lentIsShut,
		languages,
		/** Kept in every address, so that the language and the pictures stay chosen. */
		query: writeJourneyQuery({ language, hasPictures }),
		keeps: writeKeptQuery(hasPictures)
	};
};
