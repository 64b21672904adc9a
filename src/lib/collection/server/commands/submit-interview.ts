import { findInterview, getOpenInterview } from '../interview/queries.ts';
import { storeInterview } from '../interview/store.ts';
import { findCaseOfAdministration } from '../queries.ts';
import { parseSubmissionId } from '../../submission-id.ts';
import type { Effort } from '#lib/cases/effort.ts';
import { recordEffort } from '#lib/cases/server/effort/queries.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import type { AdministrationId, ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface SubmitInterviewInput {
	readonly administrationId: AdministrationId;
	/** The version that was read through before it was sent. */
	readonly version: number;
	/** Made by the page: sending again with the same one is the same submission. */
	readonly submissionId: string;
	/** What it cost to ask; left out where it was not measured. */
	readonly effort?: Pick<Effort, 'seconds' | 'keystrokes'> | null;
}

/**
 * Stores an interview once and for all, gaps and all, and settles the plan's occasion. Sending the same submission again
 * is success and changes nothing. Refuses one that has been saved from elsewhere since it was read through
 * (`changed-meanwhile`), sent by somebody else (`already-answered`), and answers that are wrong (`answers-refused`).
 */
export const submitInterview = command({
	name: 'submitInterview',
	permission: 'response:enter',
	inCase: ({ administrationId }: SubmitInterviewInput, work) =>
		findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: async ({ administrationId }: SubmitInterviewInput, id: ResponseId, work) => ({
		type: 'response',
		id,
		caseId: await findCaseOfAdministration(work, administrationId)
	}),
	async run(work, input: SubmitInterviewInput): Promise<ResponseId> {
		const responseId = parseSubmissionId(input.submissionId);
		if (!responseId) throw new Problem('invalid-input', { field: 'submissionId' });
		const found = await findInterview(work, input.administrationId);
		if (found?.responseId === responseId) return responseId;
		const interview = await getOpenInterview(work, input.administrationId);
		if (interview.version !== input.version) throw new Problem('changed-meanwhile');
		const { instrumentId, instrumentVersion, help } = interview;
		const instrument = await getInstrumentFor(work, 'interview', instrumentId, instrumentVersion);
		await storeInterview(work, interview, instrument, { responseId, help, mode: 'interview' });
		const { caseId } = interview;
		const { effort = null } = input;
		await recordEffort(work, caseId, effort && { ...effort, kind: 'interview', instrumentId });
		return responseId;
	}
});
