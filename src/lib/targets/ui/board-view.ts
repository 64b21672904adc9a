/** What the board's page shows: the judged table with the words for each goal. Holds nothing about hidden groups. */
import type { TargetTable } from '../assess-targets.ts';
import type { GoalWording } from '../goal-wording.ts';
import type { TargetLaw } from '../target.ts';

export interface BoardView {
	readonly year: number;
	readonly law: TargetLaw;
	readonly table: TargetTable;
	/** In the order of the table's goals. */
	readonly goals: readonly BoardGoal[];
}

export interface BoardGoal extends GoalWording {
	/** The form's name and version. */
	readonly instrument: string;
	readonly version: string;
}
