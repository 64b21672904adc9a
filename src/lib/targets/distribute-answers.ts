import type { ScoredItem } from '#lib/instruments/instrument.ts';
import type { Code } from '#lib/instruments/questionnaire.ts';
import { releaseQuarters } from '#lib/outcomes/disclosure/release-quarters.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
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

/** One question's answers of one quarter. */
export interface QuarterAnswers {
	readonly quarter: Quarter;
	readonly forms: number;
	readonly counted: readonly CountedCode[];
}

/**
 * The same from the quarters whose answers count by today: those that are over, and together with enough others that no
 * single answer can be seen as the difference between two looks.
 */
export function distributeReleasedAnswers(
	provider: ItemDistribution['provider'],
	quarters: readonly QuarterAnswers[],
	item: Pick<ScoredItem, 'name' | 'scoreByCode'>,
	{ today, smallestGroup }: { readonly today: Quarter; readonly smallestGroup: number }
): ItemDistribution {
	const sizes = quarters.map(({ quarter, forms, counted }) => {
		const { distribution } = distributeAnswers(provider, forms, item, counted);
		return { quarter, answers: distribution.reduce((sum, { count }) => sum + count, 0) };
	});
	const released = releaseQuarters(sizes, today, smallestGroup);
	const counting = quarters.filter(({ quarter }) => released.includes(quarter));
	const forms = counting.reduce((sum, quarter) => sum + quarter.forms, 0);
	const counted = counting.flatMap((quarter) => quarter.counted);
	const quartersIn = sizes.filter(({ quarter }) => released.includes(quarter));
	return { ...distributeAnswers(provider, forms, item, counted), quarters: quartersIn };
}
