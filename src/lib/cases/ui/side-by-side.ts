/** The same form answered by several people, in ready words. Nothing is added up over them. */
export interface SideBySideView {
	readonly key: string;
	readonly caption: string;
	/** One column for each who has answered. */
	readonly people: readonly { readonly who: string; readonly date: string; readonly href: string }[];
	/** One row for each scale; a cell for each of the people, with a value or why there is none. */
	readonly scales: readonly {
		readonly name: string;
		readonly title: string;
		readonly cells: readonly string[];
	}[];
}
