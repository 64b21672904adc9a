/** One page as it is now, in one language: what the respondent's page draws. Made by `viewPage`. */
import type { AnswerValue, Code, InputType, LanguageTag, OptionRole } from '../instruments/questionnaire.ts';
import type { AnswerProblem } from './answer-problem.ts';

export interface PageView {
	readonly name: string;
	readonly title: string | null;
	readonly description: string | null;
	/** The language the texts are in, which is not the wanted one when the questionnaire does not have it. */
	readonly language: LanguageTag;
	/** The visible ones only. */
	readonly elements: readonly ElementView[];
}

export type ElementView = PanelView | QuestionView;

export interface PanelView {
	readonly kind: 'panel';
	readonly name: string;
	readonly title: string | null;
	readonly description: string | null;
	readonly elements: readonly ElementView[];
}

interface QuestionViewBase {
	readonly name: string;
	/** Null when the wording may not be shipped: then the interface shows the number. */
	readonly title: string | null;
	readonly help: string | null;
	readonly isRequired: boolean;
	readonly isEnabled: boolean;
	/** The stored answer; null when there is none. */
	readonly value: AnswerValue | null;
	readonly comment: CommentView | null;
	/** Empty unless problems are asked for. */
	readonly problems: readonly AnswerProblem[];
	/** The name of the form field; a matrix has one for each row instead. */
	readonly inputName: string;
}

/** The free text beside an answer. */
export interface CommentView {
	/** 'comment' is always there; 'other' belongs to the option with that role and counts only when it is chosen. */
	readonly kind: 'comment' | 'other';
	/** Null: the interface has its own. */
	readonly label: string | null;
	readonly value: string;
	readonly inputName: string;
	readonly maxLength: number;
}

export interface OptionView {
	readonly code: Code;
	/** Null for options that the interface names: by role, and yes and no of a boolean question. */
	readonly label: string | null;
	readonly role: OptionRole;
	readonly isSelected: boolean;
	readonly inputValue: string;
}

export interface RowView {
	readonly name: string;
	/** Null when the wording may not be shipped. */
	readonly label: string | null;
	readonly inputName: string;
	/** The matrix's columns as this row's options. */
	readonly options: readonly OptionView[];
	readonly problems: readonly AnswerProblem[];
}

export type QuestionView = QuestionViewBase &
	(
		| { readonly kind: 'radiogroup'; readonly options: readonly OptionView[] }
		| { readonly kind: 'dropdown'; readonly options: readonly OptionView[] }
		| {
				readonly kind: 'checkbox';
				readonly options: readonly OptionView[];
				readonly minSelected: number | null;
				readonly maxSelected: number | null;
		  }
		| {
				readonly kind: 'rating';
				readonly options: readonly OptionView[];
				readonly lowLabel: string | null;
				readonly highLabel: string | null;
		  }
		/** Yes first, no second. */
		| { readonly kind: 'boolean'; readonly options: readonly OptionView[] }
		| {
				readonly kind: 'text';
				readonly inputType: InputType;
				readonly min: string | number | null;
				readonly max: string | number | null;
				readonly step: number | null;
				readonly maxLength: number;
				readonly unit: string | null;
		  }
		| { readonly kind: 'comment'; readonly rows: number; readonly maxLength: number }
		| {
				readonly kind: 'slider';
				readonly min: number;
				readonly max: number;
				readonly step: number;
				readonly lowLabel: string | null;
				readonly highLabel: string | null;
		  }
		| {
				readonly kind: 'matrix';
				readonly rows: readonly RowView[];
				readonly columns: readonly { readonly code: Code; readonly label: string }[];
		  }
	);
