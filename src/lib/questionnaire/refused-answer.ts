/** Why something that came in is not an answer. */
export type RefusalReason =
	/** Not an object of answers at all. */
	| 'not-answers'
	| 'unknown-question'
	/** A form sent a field of another page, or of a row or text this page does not have. */
	| 'other-page'
	| 'unknown-row'
	| 'wrong-type'
	| 'unknown-option'
	| 'duplicate-option'
	/** A form sent several values for a field that takes one. */
	| 'several-values'
	| 'not-a-number'
	/** A number outside a line's ends or between its steps. */
	| 'out-of-range'
	/** Not a day, month, week or time as the field wants it. */
	| 'not-a-date'
	| 'too-long'
	/** Characters that no database stores: U+0000 and halves of surrogate pairs. */
	| 'unreadable-text';

export interface RefusedAnswer {
	/** The name as it came; '' when it is about everything. */
	readonly question: string;
	readonly row?: string;
	readonly reason: RefusalReason;
}
