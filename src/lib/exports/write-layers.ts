import type { AnswerLayers } from '#lib/collection/answer-layers.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Question, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { toCommentName } from '#lib/questionnaire/input-name.ts';
import { toBytes } from './sav-bytes.ts';

/**
 * The questions that were answered in another text track or language than the response, or with pictures, as one text, the
 * questions of a layer together: `sv-simple: sol_1 sol_2; sv+bilder: sol_4`. Null where every answer was given as the response.
 */
export function writeLayers(layers: AnswerLayers): string | null {
	const byLayer = Map.groupBy(Object.entries(layers), ([, layer]) => nameLayer(layer));
	const parts = [...byLayer].map(
		([layer, entries]) => `${layer}: ${entries.map(([name]) => name).join(' ')}`
	);
	return parts.length === 0 ? null : parts.join('; ');
}

/** The longest text in bytes that the function above can give: every question named, in layers of every kind there is. */
export function findWidestLayers(questionnaire: Questionnaire): number {
	const layers = questionnaire.languages.flatMap((language) => [
		nameLayer({ language, hasPictures: false }),
		nameLayer({ language, hasPictures: true })
	]);
	const keys = listQuestions(questionnaire).flatMap(listKeys);
	const sizeOf = (texts: readonly string[], between: string): number => toBytes(texts.join(between)).length;
	return sizeOf(layers, ':; ') + sizeOf(keys, ' ') + ': '.length;
}

function nameLayer({ language, hasPictures }: AnswerLayers[string]): string {
	return `${language}${hasPictures ? '+bilder' : ''}`;
}

/** A question's keys among the answers. */
function listKeys(question: Question): string[] {
	const hasOther = 'options' in question && question.options.some(({ role }) => role === 'other');
	return question.comment || hasOther ? [question.name, toCommentName(question.name)] : [question.name];
}
