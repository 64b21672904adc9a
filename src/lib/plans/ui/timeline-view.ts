/** What the drawing of a plan shows, in ready words and places from 0 to 1. */
import type { TimelineBar } from '../timeline.ts';

export interface TimelineView {
	readonly start: number;
	readonly end: number;
	readonly months: readonly { readonly label: string; readonly at: number }[];
	readonly rows: readonly {
		readonly key: string;
		readonly label: string;
		/** The same for those who do not see it. */
		readonly sentence: string;
		readonly bars: readonly TimelineBar[];
	}[];
}
