import { locales } from '#lib/paraglide/runtime.js';
import type { Asker } from '#lib/collection/ui/journey-view.ts';
import type { LanguageChoice } from '#lib/collection/ui/language-choice.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { LayoutServerLoad } from './$types';
import { contextOfHolder, openLink } from './open-link.server.ts';

/** Who asks, and in which languages it can be read: the frame round every page of a link. */
export const load: LayoutServerLoad = async (event) => {
	const { asker, languages } = await findFrame(event);
	const wanted = event.url.searchParams.get('lang') ?? event.locals.locale;
	const current = languages.includes(wanted) ? wanted : event.locals.locale;
	const choices = languages.map((tag): LanguageChoice => ({
		tag,
		name: nameOf(tag),
		isCurrent: tag === current
	}));
	return {
		asker,
		languages: choices,
		base: `/s/${event.params.board}/${event.params.token}`,
		/** Kept in every address, so that the language stays chosen. */
		query: event.url.searchParams.has('lang') ? `?lang=${current}` : ''
	};
};

async function findFrame(
	event: Parameters<LayoutServerLoad>[0]
): Promise<{ asker: Asker; languages: readonly string[] }> {
	try {
		const { asker, instrument } = await openLink(event);
		return { asker, languages: [...new Set([...locales, ...instrument.questionnaire.languages])] };
	} catch (problem) {
		// The thanks are read after the link has been closed.
		const isThanks = event.url.pathname.endsWith('/thanks');
		if (!isThanks || !(problem instanceof Problem) || problem.code !== 'already-answered') throw problem;
		const { board } = await contextOfHolder(event);
		return { asker: { kind: 'case', boardName: board.name, providerName: null }, languages: locales };
	}
}

/** The language's name in itself, with a capital: `Svenska`, `English`. */
function nameOf(tag: string): string {
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
