/** One occasion of a case: one measure asked of one respondent, and what became of it. */
import type { Occasion as OccasionPhase } from '../cases/case.ts';
import type { LocalDate } from '../shared/local-date.ts';

/** Why an occasion was missed. Also a missing answer is a result (Göteborgs Stad 2024, chapter 3.4). */
export const missedReasons = [
	/** Avböjde. */
	'declined',
	/** Ej nådd. */
	'not-reached',
	/** Avbrott: the help ended before its time. */
	'broken-off',
	/** Omhändertagen, för vård utan samtycke eller i häkte. */
	'taken-into-care',
	/** Tolk saknades. */
	'no-interpreter',
	/** Glömt, or no time for it. */
	'forgotten',
	/** Avliden. */
	'deceased',
	/** Flyttat. */
	'moved'
] as const;
export type MissedReason = (typeof missedReasons)[number];

/** Reasons that take somebody out of the denominator: nobody could have asked them. */
const outsideReasons: readonly MissedReason[] = ['deceased', 'moved'];

export function isOutsideDenominator(reason: MissedReason): boolean {
	return outsideReasons.includes(reason);
}

/** Which one of a plan's occasions it is. The same in every version of the plan that has it. */
export interface OccasionKey {
	readonly line: string;
	readonly rule: string;
	/** From 1, in order of time. */
	readonly sequence: number;
}

/** The days of an occasion. `opensOn` ≤ `dueOn` ≤ `closesOn`. */
export interface OccasionDays {
	readonly opensOn: LocalDate;
	/** The day it is meant for; the last one where there is no other. */
	readonly dueOn: LocalDate;
	/** The last day it counts as done in time. */
	readonly closesOn: LocalDate;
}

export interface PlannedOccasion extends OccasionKey {
	readonly phase: OccasionPhase;
	/** Null while the day it is counted from is not known: the end of an intervention that goes on. */
	readonly days: OccasionDays | null;
}

export type OccasionOutcome =
	| { readonly state: 'planned' }
	| { readonly state: 'done'; readonly on: LocalDate }
	| { readonly state: 'missed'; readonly on: LocalDate; readonly reason: MissedReason }
	/** No longer expected: the help ended before it, or the plan has it no more. */
	| { readonly state: 'lapsed' };

export interface CaseOccasion extends PlannedOccasion {
	readonly outcome: OccasionOutcome;
}

/** Names the occasion within its plan: for maps, and to compare by. */
export function nameOccasion({ line, rule, sequence }: OccasionKey): string {
	return `${line}/${rule}/${sequence}`;
}
