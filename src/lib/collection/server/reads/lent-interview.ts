import { findInterview, type InterviewRow } from '../interview/queries.ts';
import { requireLent } from '../interview-lent.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export type LentInterview = Pick<
	InterviewRow,
	'administrationId' | 'caseId' | 'draft' | 'informationId' | 'responseId' | 'state'
> & { readonly instrument: Instrument };

/** The questions that a session has been lent for, and what has been answered of them; nothing else of anybody. */
export const lentInterview = read({
	name: 'lentInterview',
	permission: 'response:submit',
	// The client's own answers: nobody else is shown anything.
	audit: 'none',
	subject: null,
	async run(work, _input: Record<never, never>): Promise<LentInterview> {
		const found = await findInterview(work, requireLent(work));
		if (!found) throw new Problem('not-found');
		const { administrationId, caseId, draft, informationId, responseId, state } = found;
		const { instrumentId, instrumentVersion } = found;
		const instrument = await getInstrumentFor(work, 'kiosk', instrumentId, instrumentVersion);
		return { administrationId, caseId, draft, informationId, responseId, state, instrument };
	}
});
