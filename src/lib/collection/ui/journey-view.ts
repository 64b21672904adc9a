/** What the respondent's pages draw, made on the server field by field and sent as it is. */
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { PageView } from '#lib/questionnaire/page-view.ts';
import type { Walk } from '../turn.ts';
import type { OfferedPictures } from './page-pictures.ts';

/** What the form carries from page to page. `answers` only where nothing is kept on the server: in an anonymous survey. */
export interface Carried {
	readonly answers: string | null;
	/** Made once; sending twice with the same one is the same submission. */
	readonly submissionId: string;
	/** Which text about how answers are handled the page links to, so that it is that version which is stored; null in a survey. */
	readonly informationId: string | null;
}

export interface FieldError {
	/** The form field, or `question.row`. */
	readonly field: string;
	/** Which question or row it is about, where there is more than one. */
	readonly about: string | null;
	readonly href: string;
	readonly text: string;
}

export interface QuestionsView {
	readonly kind: 'questions';
	/** The page's own address, with the language. */
	readonly address: string;
	readonly page: PageView;
	readonly walk: Walk;
	/** "Fråga 3 av 10", ready to be read; null when there is only one page. */
	readonly place: string | null;
	/** Set where a new form begins, when several are answered in one sitting. */
	readonly opens: OpeningView | null;
	/** The page's heading where the question is not it. */
	readonly heading: string;
	readonly position: number;
	readonly total: number;
	/** "Fråga 3": stands in for words that may not be shipped. */
	readonly numberWords: string;
	readonly isFirst: boolean;
	/** Whether the one question of the page may be skipped. */
	readonly maySkip: boolean;
	/** Whether some question on the page needs an answer. */
	readonly needsSome: boolean;
	/** Whether an answer can open another question on the same page. */
	readonly isReactive: boolean;
	readonly errors: readonly FieldError[];
	/** What was written that is no answer yet, by field. */
	readonly asWritten: Readonly<Record<string, string>>;
	readonly hasFollowUp: boolean;
	/** The page's pictures, shown or not; null where it has none. */
	readonly pictures: OfferedPictures | null;
	/** Whether what has been answered lies safe on the server. */
	readonly isSaved: boolean;
	readonly carried: Carried;
}

export interface OpeningView {
	/** "Formulär 2 av 3", ready to be read. */
	readonly place: string;
	readonly heading: string;
	readonly introduction: string | null;
}

export interface ReviewedAnswer {
	/** The form's heading where it begins, when several are answered in one sitting. */
	readonly opens: string | null;
	readonly page: string;
	/** The page's own words, where the question's depend on them. */
	readonly pageTitle: string | null;
	readonly question: string;
	/** One line for each thing answered; empty when nothing is. */
	readonly lines: readonly string[];
	readonly error: string | null;
}

export interface ReviewView {
	readonly kind: 'review';
	readonly address: string;
	readonly language: LanguageTag;
	readonly answers: readonly ReviewedAnswer[];
	/** Questions that have been skipped and may be. */
	readonly skipped: number;
	/** Questions that need an answer before it can be sent. */
	readonly needed: number;
	/** Whether to ask who helped: only where the answers belong to somebody. */
	readonly asksForHelp: boolean;
	readonly carried: Carried;
}

export interface ThanksView {
	readonly kind: 'thanks';
}

export type JourneyView = QuestionsView | ReviewView | ThanksView;

/** The way out in a hurry, on pages that ask about violence. */
export interface QuickExitView {
	/** Where the form is sent. */
	readonly action: string;
	/** The page that is shown instead; null on a tablet, which shows that it is to be given back. */
	readonly address: string | null;
}

/** Who asks and what kind of link it is: the same on every page of a link. */
export interface Asker {
	/** `tablet`: staff's own, handed over; there is no link. */
	readonly kind: 'case' | 'survey' | 'tablet';
	readonly boardName: string;
	/** The provider that a survey is about. */
	readonly providerName: string | null;
	/** The provider that a confidential survey is about, whose answers are kept in the case; left out for any other link. */
	readonly confidentialAbout?: string | null;
	/** The survey is being tried before it is published: nothing is kept. */
	readonly isTrial?: boolean;
	/** Left out where nobody has to hide what is asked. Titles and addresses are neutral where it is there. */
	readonly quickExit?: QuickExitView;
}
