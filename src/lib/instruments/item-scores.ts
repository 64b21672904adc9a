import type { InstrumentFile } from './instrument-file.ts';
import type { ItemOption } from './item-options.ts';
import type { Code } from './questionnaire.ts';

type ScoresFile = InstrumentFile['items'][number]['scores'];

/**
 * The score of each code of an item, null where the code has none. With 'code' the code is the score, except for
 * "none", "other", "refused" and "don't know", which have no score however they are coded.
 */
export function toScoreByCode(
	scores: ScoresFile,
	options: readonly ItemOption[]
): Map<Code, number | null> {
	return new Map(options.map((option) => [option.code, scoreOf(option, scores)]));
}

function scoreOf(option: ItemOption, scores: ScoresFile): number | null {
	if (scores === 'none') return null;
	if (scores !== 'code') return scores[String(option.code)] ?? null;
	return option.role === 'answer' && typeof option.code === 'number' ? option.code : null;
}

/** The lowest and highest score an answer can have; 0 and 0 when no answer has a score. */
export function findScoreRange(scoreByCode: ReadonlyMap<Code, number | null>): {
	lowest: number;
	highest: number;
} {
	const scores = [...scoreByCode.values()].filter((score) => score !== null);
	return scores.length === 0
		? { lowest: 0, highest: 0 }
		: { lowest: Math.min(...scores), highest: Math.max(...scores) };
}
