/** A response as a fixed record, in ready words. */
import { m } from '#lib/paraglide/messages.js';
import type { AnswerStatus } from '#lib/collection/unanswered.ts';

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
	/** Why it has no answer; null when it has one, or when nobody has said. */
	readonly why: Exclude<AnswerStatus, 'answered' | 'skipped'> | null;
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

const emptyWords: Record<Exclude<AnsweredQuestion['why'], null>, () => string> = {
	'dont-know': m.interview_mark_dont_know,
	declined: m.interview_mark_declined,
	'not-asked': m.results_empty_not_asked,
	'not-shown': m.results_empty_not_shown
};

/** What stands where there is no answer: the four reasons are four different things. */
export function wordsForEmpty({ why }: Pick<AnsweredQuestion, 'why'>): string {
	return why === null ? m.staff_response_not_answered() : emptyWords[why]();
}
