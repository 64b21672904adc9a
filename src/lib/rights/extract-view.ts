/** An extract in ready words: the same for the page and for the file to print. */

/** One text, or lines of a term and a text: the answers to a form. */
export type ExtractValue = string | readonly { readonly term: string; readonly text: string }[];

export interface ExtractFact {
	readonly term: string;
	readonly value: ExtractValue;
}

export interface ExtractEntry {
	readonly key: string;
	readonly title: string;
	readonly facts: readonly ExtractFact[];
}

export interface ExtractSection {
	readonly key: string;
	readonly title: string;
	readonly entries: readonly ExtractEntry[];
}

export interface ExtractReaderRow {
	readonly key: string;
	readonly day: string;
	readonly caseNumber: string;
	readonly who: string;
	readonly what: string;
	readonly why: string;
}

export interface ExtractView {
	readonly title: string;
	readonly facts: readonly { readonly term: string; readonly value: string }[];
	/** What whoever gets it should know: whose responsibility, which rights, what is left out. */
	readonly notes: readonly string[];
	/** Why it is not whole; null when it is. */
	readonly isPartBecause: string | null;
	readonly sections: readonly ExtractSection[];
	readonly readers: readonly ExtractReaderRow[];
}
