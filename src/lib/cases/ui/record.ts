/** A response as a fixed record, in ready words. */
export interface AnsweredQuestion {
	readonly key: string;
	/** The page's own words, before its first question: "Under de senaste två veckorna …". */
	readonly lead: string | null;
	/** As printed on the form; empty for a text that belongs to the question above. */
	readonly number: string;
	/** Null when the wording may not be shown. */
	readonly question: string | null;
	/** The answers in words; empty when not answered. */
	readonly answers: readonly { readonly text: string; readonly code: string | null }[];
	readonly isSkipped: boolean;
	/** Set when the answer is one that somebody responsible must see. */
	readonly attention: string | null;
}

export interface RecordedScore {
	readonly key: string;
	readonly scale: string;
	readonly score: string;
	readonly bands: readonly string[];
	readonly notes: readonly string[];
}
