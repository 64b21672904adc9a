import type { AnswerLayers } from '#lib/collection/answer-layers.ts';

/**
 * The questions that were answered in another text track or language than the response, or with pictures, as one text, the
 * questions of a layer together: `sv-simple: sol_1 sol_2; sv+bilder: sol_4`. Null where every answer was given as the response.
 */
export function writeLayers(layers: AnswerLayers): string | null {
	const byLayer = Map.groupBy(
		Object.entries(layers),
		([, { language, hasPictures }]) => `${language}${hasPictures ? '+bilder' : ''}`
	);
	const parts = [...byLayer].map(
		([layer, entries]) => `${layer}: ${entries.map(([name]) => name).join(' ')}`
	);
	return parts.length === 0 ? null : parts.join('; ');
}
