import { getOpenInterview, findInterview, updateInterview } from '../interview/queries.ts';
import { findCaseOfAdministration } from '../queries.ts';
import { areTooLarge } from '../../answers-size.ts';
import { readInterviewDraft } from '../../decide-interview.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { AdministrationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface SaveInterviewInput {
	readonly administrationId: AdministrationId;
	/** The version it was made from. */
	readonly version: number;
	/** Made where it was written: the same one sent twice is one. */
	readonly saveId: string;
	/** Everything answered, marked and noted so far, as it came; checked here. */
	readonly draft: unknown;
}

/**
 * Keeps an interview as it stands, after every answer. Gives the version that now holds. Refuses one that has been sent
 * (`already-answered`), one that has been saved from elsewhere since the version was read or broken off
 * (`changed-meanwhile`): then nothing is written over.
 */
export const saveInterview = command({
	name: 'saveInterview',
	permission: 'response:enter',
	inCase: ({ administrationId }: SaveInterviewInput, work) =>
		findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: async ({ administrationId: id }: SaveInterviewInput, _version: number, work) => ({
		type: 'administration',
		id,
		caseId: await findCaseOfAdministration(work, id)
	}),
	async run(work, { administrationId, version, saveId, draft }: SaveInterviewInput): Promise<number> {
		if (areTooLarge(draft)) throw new Problem('answers-too-large');
		const found = await findInterview(work, administrationId);
		// The answer to it was lost on the way; it is kept all the same.
		if (found && found.lastSave === saveId) return found.version;
		const interview = await getOpenInterview(work, administrationId);
		if (interview.version !== version) throw new Problem('changed-meanwhile');
		const instrument = findInstrument(work.catalogue, interview.instrumentId, interview.instrumentVersion);
		if (!instrument) throw new Problem('instrument-unavailable');
		const read = readInterviewDraft(instrument.questionnaire, draft, interview.draft);
		if (!read.ok) throw new Problem(read.problem);
		await updateInterview(work, interview, read.value, saveId);
		return version + 1;
	}
});
