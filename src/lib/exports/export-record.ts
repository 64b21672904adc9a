/** One response as files are made of it. What would say who it is has already been left out. */
import type { AnswerLayers } from '#lib/collection/answer-layers.ts';
import type { Help } from '#lib/collection/administration.ts';
import type { AnswerStatus } from '#lib/collection/unanswered.ts';
import type { Occasion } from '#lib/cases/case.ts';
import type { AdministrationMode, Respondent, Sex } from '#lib/instruments/instrument.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { InstrumentScores } from '#lib/scoring/score.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

interface RecordBase {
	/** The row's place in the file, from 1. */
	readonly number: number;
	/** Null for a response without an intervention. */
	readonly provider: string | null;
	readonly answers: Answers;
	/** How every question stands, by name. */
	readonly statuses: ReadonlyMap<string, AnswerStatus>;
	readonly scores: InstrumentScores;
}

export interface CaseRecord extends RecordBase {
	readonly kind: 'case';
	/** Stands for the case in every file of the board, and leads nowhere without the board's key. */
	readonly pseudonym: string;
	readonly occasion: Occasion;
	/** Which in order of the case's responses to the instrument, from 1. */
	readonly repeat: number;
	readonly answeredOn: LocalDate;
	readonly mode: AdministrationMode;
	readonly language: LanguageTag;
	/** Of the questions that were answered with pictures, or in another language or text track than `language`. */
	readonly layers: AnswerLayers;
	readonly respondent: Respondent;
	readonly help: Help;
	readonly sex: Sex | null;
	/** Only where it was asked for; else the age group says enough. */
	readonly birthYear: number | null;
	readonly ageGroup: string | null;
	/** Null where there is none, or where too few have had one with the name. */
	readonly intervention: string | null;
}

/** Belongs to nobody: no day, no language or text track, no number that could lead back. */
export interface AnonymousRecord extends RecordBase {
	readonly kind: 'anonymous';
	/** Whole quarters, together at least as many answers as may be known one by one: `2025-Q1–2025-Q2`. */
	readonly period: string;
}

export type ExportRecord = CaseRecord | AnonymousRecord;
