import { findInterview, getOpenInterview } from '../interview/queries.ts';
import { requireLent } from '../interview-lent.ts';
import { storeInterview } from '../interview/store.ts';
import type { Help } from '../../administration.ts';
import { parseSubmissionId } from '../../submission-id.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface SubmitLentAnswersInput {
	readonly help: Help;
	/** Made by the page: sending again with the same one is the same submission. */
	readonly submissionId: string;
}

/**
 * Stores what the client has answered by themselves on staff's tablet. Refuses answers that do not fit or are missing
 * where the form asks for them (`answers-refused`), as when they come by a link.
 */
export const submitLentAnswers = command({
	name: 'submitLentAnswers',
	permission: 'response:submit',
	audit: 'always',
	subject: async (_input: SubmitLentAnswersInput, id: ResponseId, work) => {
		const found = await findInterview(work, requireLent(work));
		return { type: 'response', id, caseId: found?.caseId ?? null };
	},
	async run(work, { help, submissionId }: SubmitLentAnswersInput): Promise<ResponseId> {
		const responseId = parseSubmissionId(submissionId);
		if (!responseId) throw new Problem('invalid-input', { field: 'submissionId' });
		const id = requireLent(work);
		const found = await findInterview(work, id);
		if (found?.responseId === responseId) return responseId;
		const interview = await getOpenInterview(work, id);
		const { instrumentId, instrumentVersion } = interview;
		const instrument = await getInstrumentFor(work, 'kiosk', instrumentId, instrumentVersion);
		if (validateAll(instrument.questionnaire, interview.draft.answers).length > 0) {
			throw new Problem('answers-refused');
		}
		await storeInterview(work, interview, instrument, { responseId, help, mode: 'kiosk' });
		return responseId;
	}
});
