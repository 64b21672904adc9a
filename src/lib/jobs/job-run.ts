/** How a board's job on a day has gone. */
import type { LocalDate } from '#lib/shared/local-date.ts';

export type RunState = 'running' | 'done' | 'failed';

export interface JobRun {
	readonly day: LocalDate;
	readonly state: RunState;
	readonly attempts: number;
	/** Null while it is under way. */
	readonly finishedAt: Date | null;
}
