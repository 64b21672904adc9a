/**
 * A client's own goal with its five levels, and how it has gone: MUS, the Swedish form of goal attainment scaling
 * (Kiresuk & Sherman 1968; Socialstyrelsen 2014, Systematisk uppföljning, the example Lisa). 1 is much less than the goal, 3 is the goal, 5 is much more. What each judged is
 * kept apart: the client's level and the professional's are two views, never one mean.
 */
import type { CaseId, GoalId, GoalRatingId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

export const goalLevels = [1, 2, 3, 4, 5] as const;
export type GoalLevel = (typeof goalLevels)[number];

/** The level that is the goal. */
export const goalLevel = 3;

/** Who judges a level. */
export const goalJudges = ['client', 'child', 'parent', 'relative', 'staff'] as const;
export type GoalJudge = (typeof goalJudges)[number];

export interface GoalRating {
	readonly id: GoalRatingId;
	readonly ratedOn: LocalDate;
	readonly judge: GoalJudge;
	readonly level: GoalLevel;
}

export interface Goal {
	readonly id: GoalId;
	readonly caseId: CaseId;
	/** What is to be reached, in the client's words. */
	readonly goal: string;
	/** How it is seen whether it has been; null when not said. */
	readonly measure: string | null;
	/** What each level means, 1 to 5; null where nobody has written it. The third is the goal itself and always there. */
	readonly levels: readonly (string | null)[];
	readonly setOn: LocalDate;
	/** No longer followed up; null while it is. */
	readonly endedOn: LocalDate | null;
	/** In the order they were made, the first one first. */
	readonly ratings: readonly GoalRating[];
}

/** How one judge sees one goal: where it began and where it is. */
export interface GoalView {
	readonly judge: GoalJudge;
	readonly ratings: readonly GoalRating[];
	readonly first: GoalRating;
	/** The last one by day; of two on the same day the one made last, which stands for both. */
	readonly latest: GoalRating;
	/** Levels gained since the first one; null with only one rating. */
	readonly steps: number | null;
	readonly isMet: boolean;
}

/** The views of a goal, one for each judge, in the order of `goalJudges`. */
export function viewGoal({ ratings }: Pick<Goal, 'ratings'>): readonly GoalView[] {
	return goalJudges.flatMap((judge) => {
		const own = keepLastOfDay(ratings.filter((rating) => rating.judge === judge));
		const [first] = own;
		const latest = own.at(-1);
		if (!first || !latest) return [];
		const steps = own.length < 2 ? null : latest.level - first.level;
		return [{ judge, ratings: own, first, latest, steps, isMet: latest.level >= goalLevel }];
	});
}

function keepLastOfDay(ratings: readonly GoalRating[]): readonly GoalRating[] {
	const byDay = new Map(ratings.map((rating) => [rating.ratedOn, rating]));
	return [...byDay.values()].sort((one, other) => one.ratedOn.localeCompare(other.ratedOn));
}
