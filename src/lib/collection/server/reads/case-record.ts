import { findRecord, type StoredRecord } from '../record/queries.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

/** The general facts of a case as they stand. */
export const caseRecord = read({
	name: 'caseRecord',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: { readonly caseId: CaseId }, { responseId }: StoredRecord) => ({
		type: 'response',
		id: responseId,
		caseId
	}),
	run: (work, { caseId }): Promise<StoredRecord> => findRecord(work, caseId)
});
