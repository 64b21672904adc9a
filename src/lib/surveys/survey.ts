/** A survey round (brukarundersökning): what is asked of whom, in which of the honest ways, and how far it has come. */
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { AskedInstrument } from '#lib/instruments/sitting.ts';
import type { QuickExit } from '#lib/instruments/quick-exit.ts';
import type { InformationId, ProviderId, SurveyId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/** Purpose codes of 6 § lag (2001:454); research and statistics are another law and not offered. */
export const purposes = ['follow-up', 'anonymous-survey'] as const;
export type Purpose = (typeof purposes)[number];

/**
 * 'open-anonymous': a link that everybody shares. 'codes': a code each, drawn from a hat, that nobody knows who has. In both
 * nobody can tell afterwards who answered what (docs/anonymity.md). 'confidential': each invited case has a link of its own, and
 * what is answered is kept in the case. A blind signature for those who are invited by name would be a fourth.
 */
export const surveyModes = ['open-anonymous', 'codes', 'confidential'] as const;
export type SurveyMode = (typeof surveyModes)[number];

export const surveyStates = ['draft', 'open', 'closed', 'reported'] as const;
export type SurveyState = (typeof surveyStates)[number];

/**
 * Whom a confidential survey asks: those whose help from one of its providers was under way on some day of the period, or
 * ended in it. Both ends are included.
 */
export interface TargetGroup {
	/** Null is every unit. */
	readonly unitId: UnitId | null;
	readonly interventions: 'under-way' | 'ended';
	readonly from: LocalDate;
	readonly to: LocalDate;
}

export interface SurveyProvider {
	readonly providerId: ProviderId;
	readonly name: string;
	/** How many are asked (målgruppen), for the share who did not answer; null when it is not known. */
	readonly invited: number | null;
	/** How many answers its shared link takes, where somebody has said; see `limitOf`. */
	readonly mostAnswers: number | null;
}

/** What is decided when a survey is planned. */
export interface SurveyPlan {
	readonly title: string;
	readonly purpose: Purpose;
	readonly anonymity: SurveyMode;
	/** One or more, each once, in the order they are answered in, in one sitting. */
	readonly instrumentIds: readonly string[];
	/** Those that the questions are offered in, of those that all of them exist in. */
	readonly languages: readonly LanguageTag[];
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
	readonly quickExit: QuickExit;
}

export interface Survey extends Omit<SurveyPlan, 'instrumentIds'> {
	readonly id: SurveyId;
	/** As it is stored: one that is open closes by itself after its last day, see `stateOn`. */
	readonly state: SurveyState;
	/** In the order they are answered in; at least one. */
	readonly instruments: readonly AskedInstrument[];
	/** What everybody who answers is told, fixed when it is published; null before, and on those older than such texts. */
	readonly informationId: InformationId | null;
	/** Null until it is chosen, and always in the anonymous modes, which know nobody. */
	readonly targetGroup: TargetGroup | null;
	readonly providers: readonly SurveyProvider[];
}
