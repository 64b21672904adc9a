import { findInterview } from '../interview/queries.ts';
import { findCaseOfAdministration } from '../queries.ts';
import type { InterviewRow } from '../interview/queries.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import type { AdministrationId, CaseId, InterviewId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface OpenInterviewInput {
	readonly caseId: CaseId;
	readonly administrationId: AdministrationId;
}

export type StandingInterview = Omit<InterviewRow, 'id' | 'client' | 'lastSave'> & {
	readonly interviewId: InterviewId;
	/** With the board's own wording. */
	readonly instrument: Instrument;
};

/** An interview as it stands, also when it has been sent. Refuses one that is not of the case (`not-found`). */
export const openInterview = read({
	name: 'openInterview',
	permission: 'response:enter',
	inCase: ({ administrationId }: OpenInterviewInput, work) =>
		findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: ({ administrationId: id, caseId }: OpenInterviewInput) => ({ type: 'administration', id, caseId }),
	async run(work, { caseId, administrationId }): Promise<StandingInterview> {
		const found = await findInterview(work, administrationId);
		if (found?.caseId !== caseId) throw new Problem('not-found');
		const { id: interviewId, client: _client, lastSave: _save, ...rest } = found;
		const { instrumentId, instrumentVersion } = rest;
		const instrument = await getInstrumentFor(work, 'interview', instrumentId, instrumentVersion);
		return { ...rest, interviewId, instrument };
	}
});
