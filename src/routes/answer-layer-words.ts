import type { CaseResponse } from '#lib/collection/administration.ts';
import { m } from '#lib/paraglide/messages.js';
import { countText } from '#lib/shared/ui/count-text.ts';
import { languageName } from './language-name.ts';

/** The language of a response, and how many of its answers were given in another one, in easy words or with pictures. */
export function answerLayerWords(
	{ language, answerLayers }: Pick<CaseResponse, 'language' | 'answerLayers'>,
	locale: string
): string {
	const layers = Object.values(answerLayers);
	const others = layers.filter((layer) => layer.language !== language);
	const parts = [...Map.groupBy(others, (layer) => layer.language)].map(([tag, answers]) =>
		m.easy_read_answers_in({ language: languageName(tag, locale), count: countText(answers.length) })
	);
	const pictured = layers.filter(({ hasPictures }) => hasPictures).length;
	if (pictured > 0) parts.push(m.pictures_answers_with({ count: countText(pictured) }));
	return [languageName(language, locale), ...parts].join(' · ');
}
