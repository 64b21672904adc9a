/** What the pages of the log review show: everything in words already. */

export interface TagView {
	readonly label: string;
	readonly kind: 'neutral' | 'accent' | 'success' | 'warning' | 'problem';
}

export interface MonthView {
	readonly month: string;
	readonly name: string;
	readonly state: TagView;
	readonly due: string;
	readonly sample: string;
	/** Whose it is to do. */
	readonly reviewer: string;
	readonly outcome: string;
	/** Where it leads; null while there is nothing to look at. */
	readonly href: string | null;
	readonly mayBeDrawn: boolean;
	readonly isSigned: boolean;
}

export interface VisitView {
	readonly id: string;
	readonly heading: string;
	readonly where: string;
	readonly when: string;
	readonly counts: string;
	readonly what: string;
	readonly reasons: readonly TagView[];
	readonly judgement: string | null;
	readonly note: string;
	/** Who judged it and when, in words; null until then. */
	readonly judgedBy: string | null;
	/** Why the reader may not judge it, in words; null when they may. */
	readonly notMine: string | null;
}

export interface ChainView {
	readonly kind: 'info' | 'warning' | 'success' | 'problem';
	readonly title: string;
	readonly sentences: readonly string[];
}

export interface SignedView {
	readonly title: string;
	readonly sentence: string;
	readonly isWhole: boolean;
	/** Null when the log was empty. */
	readonly code: string | null;
}

export interface ReaderRow {
	readonly key: string;
	readonly day: string;
	readonly time: string;
	readonly who: string;
	readonly what: string;
	readonly why: string;
}

export interface ListRow {
	readonly key: string;
	readonly day: string;
	readonly who: string;
	readonly times: string;
}
