/** Counts of answers are shown in steps of this many, and never below it. */
const step = 5;

/**
 * How many answers may be said to have come: at least this many, in whole steps; null when there are fewer than one step.
 * A count that moved with every answer would tell who has just answered.
 */
export function toSteppedCount(answers: number): number | null {
	return answers < step ? null : Math.floor(answers / step) * step;
}
