/**
 * Goal attainment as the professional judged it at the end: SKL's variable 17 with six values (20 generella variabler,
 * 2019). The six are stored; Socialstyrelsen's four (Systematisk uppföljning, 2014) can be made of them, never the
 * other way round, because its third has lost whether the goal was met.
 */
import { shareOf, type CountedShare } from './change-shares.ts';

/** 1–5 as in the form; 6 = cannot be judged, outside every denominator and always counted. */
export type JudgedGoal = 1 | 2 | 3 | 4 | 5 | 6;

/** Socialstyrelsen's values: 1 better and met, 2 better not met, 3 no change, 4 worse. */
export type JudgedGoalOfFour = 1 | 2 | 3 | 4;

const fourOfSix: Readonly<Record<JudgedGoal, JudgedGoalOfFour | null>> = {
	1: 1,
	2: 2,
	3: 3,
	4: 3,
	5: 4,
	6: null
};

/** The six-value judgement as one of four; null for "cannot be judged". */
export function toFourValues(judged: JudgedGoal): JudgedGoalOfFour | null {
	return fourOfSix[judged];
}

export interface JudgedGoals {
	readonly judged: number;
	readonly cannotBeJudged: number;
	/** Values 1 and 3 of the six: a goal of keeping things as they are can be met without change. */
	readonly met: CountedShare;
	/** Value 1 of the four: lower for a service whose goals are to keep things as they are. */
	readonly metOfFour: CountedShare;
}

/** Both shares of goals met, with how many could not be judged. */
export function countJudgedGoals(goals: readonly JudgedGoal[]): JudgedGoals {
	const judged = goals.filter((goal) => goal !== 6);
	const count = (values: readonly JudgedGoal[]): number =>
		judged.filter((goal) => values.includes(goal)).length;
	return {
		judged: judged.length,
		cannotBeJudged: goals.length - judged.length,
		met: shareOf(count([1, 3]), judged.length),
		metOfFour: shareOf(count([1]), judged.length)
	};
}
