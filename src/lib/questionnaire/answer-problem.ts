import type { LocalText } from '../instruments/questionnaire.ts';

/** What is wrong with an answer. The interface has a sentence for each; `params` holds the numbers in it. */
export type AnswerProblemCode =
	| 'required'
	/** A page or panel where at least one of several questions must be answered. */
	| 'one-required'
	/** The option "other" is chosen and its text is missing. */
	| 'other-required'
	/** An option that excludes the others is chosen together with others. */
	| 'exclusive'
	| 'min-selected'
	| 'max-selected'
	| 'min'
	| 'max'
	| 'step'
	| 'not-a-number'
	| 'min-length'
	| 'max-length'
	| 'no-digits'
	| 'pattern'
	| 'email'
	| 'expression';

export interface AnswerProblem {
	/** The question to go to. For 'one-required' the first visible one of those that could be answered. */
	readonly question: string;
	/** The matrix row, when it is about one row. */
	readonly row?: string;
	readonly code: AnswerProblemCode;
	readonly params: Readonly<Record<string, string | number>>;
	/** The definition's own sentence; null when it has none and the interface's is used. */
	readonly text: LocalText | null;
}
