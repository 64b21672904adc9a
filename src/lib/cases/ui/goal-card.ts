/** One goal as it is shown, in ready words. */
export interface GoalCard {
	readonly id: string;
	readonly goal: string;
	readonly measure: string | null;
	readonly setOn: string;
	readonly endedOn: string | null;
	readonly levels: readonly { readonly level: number; readonly text: string; readonly isGoal: boolean }[];
	/** One for each who has judged it, never put together. */
	readonly views: readonly {
		readonly who: string;
		readonly isMet: boolean;
		readonly verdict: string;
		readonly steps: string | null;
		readonly ratings: readonly { readonly date: string; readonly level: number }[];
	}[];
}
