/** One time an instrument is given to one respondent of a case. */
import type { Occasion } from '#lib/cases/case.ts';
import type { AdministrationMode, Respondent } from '#lib/instruments/instrument.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { AdministrationId, CaseId, OccasionId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { AnswerLayers } from './answer-layers.ts';
import type { UnansweredMarks } from './unanswered.ts';

/** With what help the answers were given (domain.md "Who answered"). */
export const helps = [
	'self',
	'aids',
	'interpreter',
	'relative',
	'legal-representative',
	'staff',
	'question-assistant'
] as const;
export type Help = (typeof helps)[number];

interface AdministrationBase {
	readonly id: AdministrationId;
	readonly caseId: CaseId;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly occasion: Occasion;
	/** The plan's occasion that it is for; null for one that no plan asks for. */
	readonly occasionId: OccasionId | null;
	/** The confidential survey that asks; null where somebody who works with the case does. */
	readonly surveyTitle: string | null;
	readonly respondent: Respondent;
	readonly mode: AdministrationMode;
	readonly createdOn: LocalDate;
}

/**
 * Impossible combinations cannot be written: a response exists only once answered. What has been answered in a started
 * one is the respondent's own until it is sent, so staff see only that it is started; see `CaseLinkTarget`.
 */
export type Administration = AdministrationBase &
	/** An interview that has begun waits for no link, and has no last day. */
	(
		| { readonly state: 'sent' | 'started'; readonly expiresOn: LocalDate | null }
		| { readonly state: 'answered'; readonly answeredOn: LocalDate; readonly responseId: ResponseId }
		| { readonly state: 'withdrawn'; readonly withdrawnOn: LocalDate }
	);

/** What has been answered so far in a named administration; kept so that the same link can be resumed. */
export interface Draft {
	readonly answers: Answers;
	readonly page: string | null;
	readonly language: LanguageTag;
}

/** Answers as given once and for all. Corrections are new rows, never edits. */
export interface CaseResponse {
	readonly id: ResponseId;
	readonly administrationId: AdministrationId;
	readonly caseId: CaseId;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly occasion: Occasion;
	readonly respondent: Respondent;
	readonly help: Help;
	readonly mode: AdministrationMode;
	readonly language: LanguageTag;
	/** Of the questions that were answered with pictures, or in another language or text track. */
	readonly answerLayers: AnswerLayers;
	readonly answeredOn: LocalDate;
	readonly answers: Answers;
	/** Why questions without an answer have none, where somebody has said so. */
	readonly unanswered: UnansweredMarks;
}
