import { getOpenInterview, updateAsBrokenOff } from '../interview/queries.ts';
import { findCaseOfAdministration } from '../queries.ts';
import type { AdministrationId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';

export interface BreakOffInterviewInput {
	readonly administrationId: AdministrationId;
}

/**
 * Ends an interview that will not be sent; answers and notes are thrown away. Refuses one that has been sent
 * (`already-answered`) or ended already (`changed-meanwhile`).
 */
export const breakOffInterview = command({
	name: 'breakOffInterview',
	permission: 'response:enter',
	inCase: ({ administrationId }: BreakOffInterviewInput, work) =>
		findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: async ({ administrationId: id }: BreakOffInterviewInput, _output: void, work) => ({
		type: 'administration',
		id,
		caseId: await findCaseOfAdministration(work, id)
	}),
	async run(work, { administrationId }: BreakOffInterviewInput): Promise<void> {
		await updateAsBrokenOff(work, await getOpenInterview(work, administrationId), work.today);
	}
});
