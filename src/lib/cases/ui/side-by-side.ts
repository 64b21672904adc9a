/** The same form answered by several people, in ready words. Nothing is added up over them. */
export interface SideBySideView {
	readonly key: string;
	readonly caption: string;
	/** How long the scales are and which way is better, when they are all alike. */
	readonly range: string | null;
	/** One column for each who has answered. */
	readonly people: readonly {
		readonly who: string;
		readonly occasion: string;
		readonly date: string;
		readonly href: string;
	}[];
	/** One row for each scale; a cell for each of the people, with a value or why there is none. */
	readonly scales: readonly {
		readonly name: string;
		readonly title: string;
		/** Null when the view says it for all. */
		readonly range: string | null;
		readonly cells: readonly string[];
	}[];
}
