import type { ScoredItem } from '#lib/instruments/instrument.ts';
import type { Code } from '#lib/instruments/questionnaire.ts';
import type { ItemDistribution, ScoreCount } from './item-distribution.ts';

export interface CountedCode {
	readonly code: Code;
	readonly count: number;
}

/**
 * One question's counted codes as counted scores. Codes with the same score are added; a valid code without score and a
 * code that the question does not have are answers outside the scale; what is left of the forms is missing answers.
 */
export function distributeAnswers(
	provider: ItemDistribution['provider'],
	forms: number,
	item: Pick<ScoredItem, 'name' | 'scoreByCode'>,
	counted: readonly CountedCode[]
): ItemDistribution {
	const byScore = new Map<number, number>();
	let withoutScore = 0;
	let answered = 0;
	for (const { code, count } of counted) {
		const score = item.scoreByCode.get(code) ?? null;
		answered += count;
		if (score === null) withoutScore += count;
		else byScore.set(score, (byScore.get(score) ?? 0) + count);
	}
	const distribution: ScoreCount[] = [...byScore]
		.map(([score, count]) => ({ score, count }))
		.sort((a, b) => a.score - b.score);
	return { provider, item: item.name, distribution, itemMissing: forms - answered, withoutScore };
}
