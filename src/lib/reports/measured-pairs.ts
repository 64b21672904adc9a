/** A case's two scores on the scale that a report is of. */
import type { ChosenScale } from './answer-question.ts';
import type { MaterialCase, MaterialScore } from './material.ts';

export interface MeasuredPair {
	readonly one: MaterialCase;
	readonly before: MaterialScore | null;
	readonly after: MaterialScore | null;
}

/** The first before and the last after with the report's version of the scale: one pair a case. */
export function pairOf(one: MaterialCase, measure: ChosenScale): MeasuredPair {
	const own = scoresOf(one, measure).filter(({ version }) => version === measure.version);
	return { one, ...firstAndLast(own) };
}

/** The last measurement of a follow-up after that, with the report's version of the scale. */
export function laterOf(one: MaterialCase, measure: ChosenScale): MaterialScore | null {
	const own = scoresOf(one, measure).filter(({ version }) => version === measure.version);
	return own.findLast(({ occasion }) => occasion === 'follow-up') ?? null;
}

/** Measured twice, but not both times with the report's version: not compared (Socialstyrelsen, step 5). */
export function hasOtherVersion(one: MaterialCase, measure: ChosenScale): boolean {
	const { before, after } = pairOf(one, measure);
	if (before && after) return false;
	const any = firstAndLast(scoresOf(one, measure));
	return any.before !== null && any.after !== null;
}

function scoresOf({ scores }: MaterialCase, measure: ChosenScale): readonly MaterialScore[] {
	return scores.filter(
		({ instrumentId, scale, score }) =>
			instrumentId === measure.instrumentId && scale === measure.scale && score !== null
	);
}

function firstAndLast(scores: readonly MaterialScore[]) {
	return {
		before: scores.find(({ occasion }) => occasion === 'before') ?? null,
		after: scores.findLast(({ occasion }) => occasion === 'after') ?? null
	};
}
