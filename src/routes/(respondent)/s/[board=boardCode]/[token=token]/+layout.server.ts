import type { Asker } from '#lib/collection/ui/journey-view.ts';
import { wantsPictures, writeJourneyQuery, writeKeptQuery } from '#lib/collection/journey-query.ts';
import { listLanguageChoices } from '#lib/collection/ui/language-choice.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { LayoutServerLoad } from './$types';
import { contextOfHolder, openLink } from './open-link.server.ts';

/** Who asks, and in which languages it can be read: the frame round every page of a link. */
export const load: LayoutServerLoad = async (event) => {
	const { asker, offered, isInformed } = await findFrame(event);
	const languages = listLanguageChoices(offered, event.url.searchParams.get('lang'));
	const current = languages.find(({ isCurrent }) => isCurrent)?.tag ?? event.locals.language;
	const base = `/s/${event.params.board}/${event.params.token}`;
	const hasPictures = wantsPictures(event.url.searchParams);
	const language = event.url.searchParams.has('lang') ? current : null;
	const query = writeJourneyQuery({ language, hasPictures });
	return {
		asker,
		languages,
		base,
		/** Kept in every address, so that the language and the pictures stay chosen. */
		query,
		keeps: writeKeptQuery(hasPictures),
		/** How answers are handled, where the board has said it. */
		informationHref: isInformed ? `${base}/information${query}` : null
	};
};

async function findFrame(
	event: Parameters<LayoutServerLoad>[0]
): Promise<{ asker: Asker; offered: readonly string[]; isInformed: boolean }> {
	try {
		const { asker, instrument, target } = await openLink(event);
		const { languages } = instrument.questionnaire;
		const offered = (target.kind === 'survey' ? target : target.survey)?.languages ?? languages;
		return { asker, offered, isInformed: target.informationId !== null };
	} catch (problem) {
		// The thanks are read after the link has been closed.
		const isThanks = event.url.pathname.endsWith('/thanks');
		if (!isThanks || !(problem instanceof Problem) || problem.code !== 'already-answered') throw problem;
		const { board } = await contextOfHolder(event);
		const { confidentialAbout = null } = problem.details;
		const asker = {
			kind: 'case',
			boardName: board.name,
			providerName: null,
			confidentialAbout: confidentialAbout === null ? null : String(confidentialAbout)
		} as const;
		return { asker, offered: [], isInformed: false };
	}
}
