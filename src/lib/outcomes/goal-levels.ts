/** Goal attainment for a group: how the goals' levels are spread and how many goals are met, never a mean T. */
import { shareOf, type CountedShare } from './change-shares.ts';

/** One goal of one client at one occasion. Level 1–5 (MUS), null = not followed up. */
export interface ClientGoal {
	readonly client: string;
	readonly level: number | null;
}

export interface GoalLevels {
	readonly clients: number;
	readonly goals: number;
	readonly notFollowedUp: number;
	/** Levels 1–5, also those nobody is on. */
	readonly levels: readonly { readonly level: number; readonly count: number }[];
	/**
	 * Goals at level 3 or above, of the goals followed up. The interval is there only when each client has one goal: goals of
	 * one client are no independent observations.
	 */
	readonly met: CountedShare;
}

/** Counts goals by level. Refuses nothing: a level outside 1–5 counts as not followed up. */
export function countGoalLevels(goals: readonly ClientGoal[]): GoalLevels {
	const levels = [1, 2, 3, 4, 5].map((level) => ({
		level,
		count: goals.filter((goal) => goal.level === level).length
	}));
	const followedUp = levels.reduce((sum, { count }) => sum + count, 0);
	const clients = new Set(goals.map(({ client }) => client)).size;
	const metCount = levels.filter(({ level }) => level >= 3).reduce((sum, { count }) => sum + count, 0);
	const met = shareOf(metCount, followedUp);
	return {
		clients,
		goals: goals.length,
		notFollowedUp: goals.length - followedUp,
		levels,
		met: clients === goals.length ? met : { ...met, interval: null }
	};
}
