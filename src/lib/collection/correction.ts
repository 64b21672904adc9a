/**
 * What has been done to a response after it was given. A correction is written beside what stood there before, never over
 * it (SOSFS 2014:5, GDPR art. 16).
 */
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { InstrumentScores } from '#lib/scoring/score.ts';
import type { CorrectionId, RestrictionId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { RestrictionGround } from './restriction.ts';

/** At most this many characters of why. */
export const maxReasonLength = 1000;

/** Somebody on the staff; the name is null where there is no account any more. */
export interface Who {
	readonly staffId: string;
	readonly name: string | null;
}

export interface Correction {
	readonly id: CorrectionId;
	readonly correctedOn: LocalDate;
	readonly by: Who;
	readonly reason: string;
	/** The answers and scores that the correction replaced. */
	readonly answersBefore: Answers;
	readonly scoresBefore: readonly InstrumentScores[];
}

export interface Restriction {
	readonly id: RestrictionId;
	readonly ground: RestrictionGround;
	readonly restrictedOn: LocalDate;
	readonly restrictedBy: Who;
	/** The first day it may be used again, and who decided so; null while it may not be used. */
	readonly lifted: { readonly on: LocalDate; readonly by: Who } | null;
}
