/** What stays chosen from page to page, in the address: the language, and whether there are pictures. */
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';

const picturesKey = 'pictures';
const shown = 'yes';

export interface JourneyChoice {
	/** Null where none has been chosen. */
	readonly language: LanguageTag | null;
	readonly hasPictures: boolean;
}

/** The choice as an address carries it: `?lang=ar&pictures=yes`; empty when nothing has been chosen. */
export function writeJourneyQuery({ language, hasPictures }: JourneyChoice): string {
	const parts = [
		...(language === null ? [] : [`lang=${encodeURIComponent(language)}`]),
		...(hasPictures ? [`${picturesKey}=${shown}`] : [])
	];
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Whether the address asks for pictures. */
export function wantsPictures(query: URLSearchParams): boolean {
	return query.get(picturesKey) === shown;
}

/** What a choice of another language takes along. */
export function writeKeptQuery(hasPictures: boolean): string {
	return hasPictures ? `&${picturesKey}=${shown}` : '';
}
