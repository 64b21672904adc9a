import type { CaseResponse } from '#lib/collection/administration.ts';
import type { InstrumentScores } from '#lib/scoring/score.ts';

/** A response of the case with its stored scores, by scale. */
export interface ScoredResponse {
	readonly response: Omit<CaseResponse, 'answers'>;
	readonly scores: InstrumentScores['scales'];
}
