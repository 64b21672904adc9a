import { findCaseOfResponse, findResponse, listStoredScores } from '../response/queries.ts';
import { toPersonFacts } from '../../person-facts.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { compareScores, type ScoreDifference } from '#lib/scoring/compare-scores.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface Recomputation {
	/** The rules of today. */
	readonly ruleVersion: string;
	/** Against each set of scores that is stored; empty when today's rules and facts give the same. */
	readonly differences: readonly (ScoreDifference & { readonly storedRuleVersion: string })[];
}

/**
 * Scores a response anew with today's rules and what is known of the person today, and says where that differs from
 * what is stored. Nothing is changed.
 */
export const recomputeScores = read({
	name: 'recomputeScores',
	permission: 'case:read',
	inCase: ({ responseId }: { readonly responseId: ResponseId }, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: async ({ responseId }: { readonly responseId: ResponseId }, _output: Recomputation, work) => ({
		type: 'response',
		id: responseId,
		caseId: await findCaseOfResponse(work, responseId)
	}),
	async run(work, { responseId }): Promise<Recomputation> {
		const found = await findResponse(work, responseId);
		if (!found) throw new Problem('not-found');
		const instrument = findInstrument(work.catalogue, found.instrumentId, found.instrumentVersion);
		if (!instrument) throw new Problem('instrument-unavailable');
		const person = toPersonFacts(found.respondent, found.client, found.answeredOn);
		const recomputed = scoreInstrument(instrument, found.answers, person);
		const stored = await listStoredScores(work, { responseId });
		return {
			ruleVersion: recomputed.ruleVersion,
			differences: stored.flatMap(({ responseId: _response, ...scored }) =>
				compareScores(scored, recomputed).map((difference) => ({
					...difference,
					storedRuleVersion: scored.ruleVersion
				}))
			)
		};
	}
});
