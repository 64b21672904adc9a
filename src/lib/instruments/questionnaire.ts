/**
 * What a definition becomes when it has been compiled: plain data, the same on the server and in the browser.
 * Nothing here knows SurveyJS; `instruments/server/compile-questionnaire.ts` makes it, `questionnaire/` evaluates it.
 */
import type { Expression } from './expression.ts';

/** BCP 47 tag as written in the definition: `sv`, `en`, `ar`. */
export type LanguageTag = string;

/** One text in the languages that exist. Never empty: a text that is nowhere is `null` instead. */
export type LocalText = Readonly<Partial<Record<LanguageTag, string>>>;

/** The code printed on the form. Never the place in the list and never the score. */
export type Code = string | number | boolean;

/** What one question can hold: a code or text or number; several codes; or one code per matrix row. */
export type AnswerValue = Code | readonly Code[] | Readonly<Record<string, Code>>;

/** Answers by question name. A question that is not answered has no key. `<name>-Comment` holds the "other" text. */
export type Answers = Readonly<Record<string, AnswerValue>>;

export interface Questionnaire {
	readonly instrumentId: string;
	readonly version: string;
	readonly title: LocalText | null;
	readonly description: LocalText | null;
	readonly languages: readonly LanguageTag[];
	readonly defaultLanguage: LanguageTag;
	readonly pages: readonly Page[];
	/** True when respondents may change answers on a review page before sending. Always true today. */
	readonly hasReview: boolean;
	/** The forms it was joined of, in order, where several are answered in one sitting; left out of any other. */
	readonly forms?: readonly FormInSitting[];
}

/** One of several forms that are answered in one sitting. */
export interface FormInSitting {
	/** The names of its pages and questions begin with it. */
	readonly prefix: string;
	/** What it says above its own first question. */
	readonly heading: LocalText;
	readonly introduction: LocalText | null;
	readonly defaultLanguage: LanguageTag;
	readonly about: {
		readonly title: LocalText;
		readonly purpose: LocalText;
		readonly notices: readonly LocalText[];
	};
}

export interface Page {
	readonly name: string;
	readonly title: LocalText | null;
	readonly description: LocalText | null;
	readonly visibleIf: Expression | null;
	readonly enableIf: Expression | null;
	/** True or an expression: at least one question on the page must be answered (SurveyJS panel semantics). */
	readonly isRequired: boolean;
	readonly requiredIf: Expression | null;
	readonly requiredText: LocalText | null;
	readonly elements: readonly Element[];
}

export type Element = Panel | Question;

export interface Panel {
	readonly kind: 'panel';
	readonly name: string;
	readonly title: LocalText | null;
	readonly description: LocalText | null;
	readonly visibleIf: Expression | null;
	readonly enableIf: Expression | null;
	/** True or an expression: at least one question inside must be answered (SurveyJS panel semantics). */
	readonly isRequired: boolean;
	readonly requiredIf: Expression | null;
	readonly requiredText: LocalText | null;
	readonly elements: readonly Element[];
}

export type Question =
	| ChoiceQuestion
	| CheckboxQuestion
	| RatingQuestion
	| BooleanQuestion
	| TextQuestion
	| CommentQuestion
	| SliderQuestion
	| MatrixQuestion;

interface QuestionBase {
	readonly name: string;
	/** Null when the wording may not be shipped (KASAM without a permit). */
	readonly title: LocalText | null;
	/** Help under the question (stödfråga). */
	readonly help: LocalText | null;
	readonly visibleIf: Expression | null;
	readonly enableIf: Expression | null;
	readonly isRequired: boolean;
	readonly requiredIf: Expression | null;
	readonly requiredText: LocalText | null;
	readonly validators: readonly Validator[];
	/** Present when the definition offers a comment field beside the answer (`<name>-Comment`). */
	readonly comment: { readonly label: LocalText | null } | null;
}

/** What an option is besides its code. `other` opens a text; `none`, `refused` and `dont-know` exclude the rest. */
export type OptionRole = 'answer' | 'none' | 'other' | 'refused' | 'dont-know';

export interface Option {
	readonly code: Code;
	readonly label: LocalText | null;
	readonly role: OptionRole;
}

export interface ChoiceQuestion extends QuestionBase {
	readonly kind: 'radiogroup' | 'dropdown';
	readonly options: readonly Option[];
	readonly otherLabel: LocalText | null;
}

export interface CheckboxQuestion extends QuestionBase {
	readonly kind: 'checkbox';
	readonly options: readonly Option[];
	readonly otherLabel: LocalText | null;
	readonly minSelected: number | null;
	readonly maxSelected: number | null;
}

/** Steps on a line; SurveyJS `rateValues` or rateMin…rateMax are both compiled to options. */
export interface RatingQuestion extends QuestionBase {
	readonly kind: 'rating';
	readonly options: readonly Option[];
	readonly lowLabel: LocalText | null;
	readonly highLabel: LocalText | null;
}

export interface BooleanQuestion extends QuestionBase {
	readonly kind: 'boolean';
	/** Exactly two: yes first, no second. */
	readonly options: readonly [Option, Option];
}

export type InputType = 'text' | 'number' | 'date' | 'email' | 'tel' | 'url' | 'month' | 'week' | 'time';

export interface TextQuestion extends QuestionBase {
	readonly kind: 'text';
	readonly inputType: InputType;
	/** Number or ISO date in text, as the input type says. */
	readonly min: string | number | null;
	readonly max: string | number | null;
	readonly minErrorText: LocalText | null;
	readonly maxErrorText: LocalText | null;
	readonly step: number | null;
	readonly maxLength: number | null;
	readonly unit: LocalText | null;
}

export interface CommentQuestion extends QuestionBase {
	readonly kind: 'comment';
	readonly rows: number;
	readonly maxLength: number | null;
}

/** A line with a number; one value. Always operable without dragging. */
export interface SliderQuestion extends QuestionBase {
	readonly kind: 'slider';
	readonly min: number;
	readonly max: number;
	readonly step: number;
	readonly lowLabel: LocalText | null;
	readonly highLabel: LocalText | null;
}

export interface MatrixRow {
	readonly name: string;
	readonly label: LocalText | null;
}

/** One choice per row. The answer is an object: row name → column code. */
export interface MatrixQuestion extends QuestionBase {
	readonly kind: 'matrix';
	readonly rows: readonly MatrixRow[];
	readonly columns: readonly Option[];
	readonly eachRowRequired: boolean;
}

/** Texts are the definition's own; without one the interface's own sentence for the code is used. */
export type Validator =
	| { readonly kind: 'numeric'; readonly min: number | null; readonly max: number | null; readonly text: LocalText | null }
	| { readonly kind: 'text'; readonly minLength: number | null; readonly maxLength: number | null; readonly allowDigits: boolean; readonly text: LocalText | null }
	| { readonly kind: 'answer-count'; readonly min: number | null; readonly max: number | null; readonly text: LocalText | null }
	| { readonly kind: 'regex'; readonly pattern: string; readonly caseInsensitive: boolean; readonly text: LocalText | null }
	| { readonly kind: 'email'; readonly text: LocalText | null }
	| { readonly kind: 'expression'; readonly expression: Expression; readonly text: LocalText | null };
