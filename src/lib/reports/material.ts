/** What a report is made of: cases with what was done, measured and said in them. Goes nowhere but into the control. */
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

export interface MaterialIntervention {
	readonly providerId: string;
	readonly providerName: string;
	readonly name: string;
	readonly decidedOn: LocalDate | null;
	readonly startedOn: LocalDate | null;
	readonly endedOn: LocalDate | null;
}

export interface MaterialScore {
	readonly instrumentId: string;
	readonly version: string;
	readonly scale: string;
	readonly occasion: 'before' | 'during' | 'after' | 'follow-up';
	readonly respondent: string;
	readonly answeredOn: LocalDate;
	readonly score: number | null;
}

export interface MaterialCase {
	/** Keys that only tell which are the same: nothing in the case system has them. */
	readonly key: number;
	readonly client: number;
	readonly sex: 'female' | 'male' | null;
	readonly birthYear: number | null;
	readonly concern: string | null;
	readonly openedOn: LocalDate;
	readonly closedOn: LocalDate | null;
	/** The earliest first. */
	readonly interventions: readonly MaterialIntervention[];
	readonly scores: readonly MaterialScore[];
	/** The latest of each: SKL's general variables and what the client thought; null where nobody has filled them in. */
	readonly variables: Answers | null;
	readonly opinion: Answers | null;
	/** Why a measurement after the intervention did not come; null where none was missed. */
	readonly missedAfter: string | null;
}

export interface Material {
	readonly seenOn: LocalDate;
	readonly cases: readonly MaterialCase[];
}

/** SKL's general variables and the client's questions, by the instruments' ids. */
export const variablesInstrument = 'generella-variabler';
export const opinionInstrument = 'skl-brukarfragor';
