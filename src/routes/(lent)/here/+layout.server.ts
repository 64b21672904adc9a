import { locales } from '#lib/paraglide/runtime.js';
import type { LanguageChoice } from '#lib/collection/ui/language-choice.ts';
import { nativeName } from '../../native-name.ts';
import type { LayoutServerLoad } from './$types';
import { openLent } from './open-lent.server.ts';

/** Who asks, and in which languages it can be read. Never who it is about. */
export const load: LayoutServerLoad = async (event) => {
	const { asker, interview, isOpen, session } = await openLent(event);
	const languages = [...new Set([...locales, ...interview.instrument.questionnaire.languages])];
	const wanted = event.url.searchParams.get('lang') ?? event.locals.locale;
	const current = languages.includes(wanted) ? wanted : event.locals.locale;
	return {
		asker,
		isOpen,
		isShut: session.lentIsShut,
		languages: languages.map((tag): LanguageChoice => ({
			tag,
			name: nativeName(tag),
			isCurrent: tag === current
		})),
		/** Kept in every address, so that the language stays chosen. */
		query: event.url.searchParams.has('lang') ? `?lang=${current}` : ''
	};
};
