import { getOpenInterview } from '../interview/queries.ts';
import { findCaseOfAdministration } from '../queries.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import type { AdministrationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface HandOverInterviewInput {
	readonly administrationId: AdministrationId;
}

/**
 * Lets the one who is asked answer by themselves on staff's tablet; the session is locked to it by whoever calls this.
 * Refuses an interview that is not going on (`already-answered`, `changed-meanwhile`), what staff answer themselves
 * (`invalid-input`) and an instrument that may not be given so (`permit-required`, `wording-missing`).
 */
export const handOverInterview = command({
	name: 'handOverInterview',
	permission: 'response:enter',
	inCase: ({ administrationId }: HandOverInterviewInput, work) =>
		findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: async ({ administrationId: id }: HandOverInterviewInput, _output: void, work) => ({
		type: 'administration',
		id,
		caseId: await findCaseOfAdministration(work, id)
	}),
	async run(work, { administrationId }: HandOverInterviewInput): Promise<void> {
		const interview = await getOpenInterview(work, administrationId);
		if (interview.respondent === 'staff') throw new Problem('invalid-input', { field: 'respondent' });
		await getInstrumentFor(work, 'kiosk', interview.instrumentId, interview.instrumentVersion);
	}
});
