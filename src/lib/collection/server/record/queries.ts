/** The general facts of a case: which response holds them, and which questions its unit asks. */
import { and, eq } from 'drizzle-orm';
import { findUnitOfCase } from '#lib/cases/server/reach/queries.ts';
import { findHiddenIn } from '#lib/instruments/server/hidden/queries.ts';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { recordInstrumentId, type RecordContent } from '../../record.ts';
import { countCorrections } from '../after/queries.ts';
import { listAdministrationsOfCase } from '../queries.ts';
import { findResponse } from '../response/queries.ts';
import { responses } from '../tables.ts';

export interface StoredRecord extends RecordContent {
	/** Null before anything has been recorded. */
	readonly responseId: ResponseId | null;
	/** How many times it has been completed or changed: what is saved must be made of what was seen. */
	readonly corrections: number;
	readonly hidden: ReadonlySet<string>;
}

export async function findRecord(work: Work, caseId: CaseId): Promise<StoredRecord> {
	const hidden = await findHiddenIn(work, recordInstrumentId, await findUnitOfCase(work, caseId));
	const given = (await listAdministrationsOfCase(work, caseId)).flatMap((one) =>
		one.instrumentId === recordInstrumentId && one.state === 'answered' ? [one] : []
	);
	const responseId = given.at(-1)?.responseId ?? null;
	const response = responseId === null ? null : await findResponse(work, responseId);
	if (responseId === null || response === null) {
		return { responseId: null, answers: {}, marks: {}, corrections: 0, hidden };
	}
	const [row] = await work.tx
		.select({ unanswered: responses.unanswered })
		.from(responses)
		.where(and(eq(responses.boardId, work.boardId), eq(responses.id, responseId)));
	const corrections = await countCorrections(work, responseId);
	return { responseId, answers: response.answers, marks: row?.unanswered ?? {}, corrections, hidden };
}
