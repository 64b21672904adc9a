/** What an interview's page gets: plain data, so that the next question is there without asking the server. */
import type { Help } from '../../administration.ts';
import type { InterviewDraft } from '../../interview.ts';
import type { KeySettings } from '../../interview-keys.ts';
import type { LanguageTag, Questionnaire } from '#lib/instruments/questionnaire.ts';

export interface InterviewData {
	/** The page's own address. */
	readonly here: string;
	readonly caseHref: string;
	/** "AUDIT". */
	readonly title: string;
	/** Who answers, and with what help. */
	readonly about: string;
	readonly help: Help;
	readonly questionnaire: Questionnaire;
	/** As printed on the form, by step; left out where the form has none. */
	readonly numbers: Readonly<Record<string, string>>;
	/** The language, or text track, that is read from. */
	readonly language: LanguageTag;
	/** Those there are to read from, by name, in the form's own order. */
	readonly languages: readonly { readonly tag: LanguageTag; readonly name: string }[];
	readonly draft: InterviewDraft;
	readonly version: number;
	/** For the next save and for sending, where the page has no script to make them. */
	readonly saveId: string;
	readonly submissionId: string;
	readonly keys: KeySettings;
	/** The owner's words that go with the form. */
	readonly notices: readonly string[];
}

/** How a save went; null when the network, or something on the way, failed and it is worth trying again. */
export type SaveOutcome = { readonly kind: 'saved'; readonly version: number } | { readonly kind: Stop };

/** Why nothing more can be saved from here. */
export type Stop = 'conflict' | 'closed' | 'signed-out' | 'refused';

export interface SaveRequest {
	readonly version: number;
	readonly saveId: string;
	readonly draft: InterviewDraft;
}
