import { countCorrections, holdResponse, insertCorrection } from '../after/queries.ts';
import { findCaseOfResponse, findResponse, listStoredScores } from '../response/queries.ts';
import { areTooLarge } from '../../answers-size.ts';
import { maxReasonLength } from '../../correction.ts';
import { decideCorrection } from '../../decide-correction.ts';
import { toPersonFacts } from '../../person-facts.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { CorrectionId, ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface CorrectResponseInput {
	readonly responseId: ResponseId;
	/** All answers as they should have been. */
	readonly answers: Answers;
	/** Why, in the staff's words. */
	readonly reason: string;
	/** How many corrections there were when the answers were looked at: a correction is made of what one has seen. */
	readonly corrections: number;
}

/**
 * Corrects the answers of a response and scores them anew; what stood there before stays readable (GDPR art. 16). Refuses
 * a response that somebody else has corrected meanwhile (`changed-meanwhile`), answers that do not fit (`answers-refused`,
 * `answers-too-large`) or are as before (`correction-empty`), and a reason that is missing or too long.
 */
export const correctResponse = command({
	name: 'correctResponse',
	permission: 'rights:correct',
	inCase: ({ responseId }: CorrectResponseInput, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: async ({ responseId: id }: CorrectResponseInput, _output: void, work) => ({
		type: 'response',
		id,
		caseId: await findCaseOfResponse(work, id)
	}),
	async run(work, { responseId, answers: given, reason: written, corrections }: CorrectResponseInput) {
		const reason = written.trim();
		if (reason === '' || reason.length > maxReasonLength) {
			throw new Problem('invalid-input', { field: 'reason' });
		}
		if (areTooLarge(given)) throw new Problem('answers-too-large');
		if (!(await holdResponse(work, responseId))) throw new Problem('not-found');
		if ((await countCorrections(work, responseId)) !== corrections) throw new Problem('changed-meanwhile');
		const found = await findResponse(work, responseId);
		if (!found) throw new Problem('not-found');
		const instrument = findInstrument(work.catalogue, found.instrumentId, found.instrumentVersion);
		if (!instrument) throw new Problem('instrument-unavailable');
		const { answers: before, mode } = found;
		const person = toPersonFacts(found.respondent, found.client, found.answeredOn);
		const decided = decideCorrection(instrument, { before, given, mode }, person);
		if (!decided.ok) throw new Problem(decided.problem);

		const stored = await listStoredScores(work, { responseId });
		const correction = {
			id: work.newId() as CorrectionId,
			responseId,
			correctedAt: work.now,
			correctedBy: work.actor.kind === 'staff' ? work.actor.staffId : work.actor.kind,
			reason,
			answersBefore: before,
			scoresBefore: stored.map(({ responseId: _response, ...scored }) => scored)
		};
		await insertCorrection(work, correction, decided.value);
	}
});
