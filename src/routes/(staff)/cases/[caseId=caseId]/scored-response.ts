import type { CaseResponse } from '#lib/collection/administration.ts';
import type { RiskItem } from '#lib/instruments/instrument.ts';
import type { InstrumentScores } from '#lib/scoring/score.ts';

/** A response of the case with its stored scores, by scale. */
export interface ScoredResponse {
	readonly response: Omit<CaseResponse, 'answers'>;
	readonly scores: InstrumentScores['scales'];
	/** Not to be used (GDPR art. 18): in no comparison. */
	readonly isRestricted: boolean;
	/** Answers that somebody responsible must see; left out for an instrument that has no such question. */
	readonly risks?: readonly RiskItem[];
}
