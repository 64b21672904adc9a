import { insertWholeCase, registerClient, type NewCase, type NewClient } from '../opening/queries.ts';
import { recordEffort } from '../effort/queries.ts';
import type { Effort } from '../../effort.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';

export interface OpenCaseInput extends NewClient, NewCase {
	/** What it cost to fill in; left out where it was not measured. */
	readonly effort?: Effort | null;
}

/**
 * Opens a case for a new or known client, with who it is and the interventions where they are given. Refuses a case number
 * that is taken, facts or a person that contradict what is known of the client (`already-exists`), and a personal identity
 * number as the client's number, a number that is not one and days in the wrong order (`invalid-input`).
 */
export const openCase = command({
	name: 'openCase',
	permission: 'case:open',
	audit: 'always',
	subject: (_input: OpenCaseInput, caseId: CaseId) => ({ type: 'case', id: caseId, caseId }),
	async run(work, input: OpenCaseInput): Promise<CaseId> {
		const caseId = await insertWholeCase(work, await registerClient(work, input), input);
		await recordEffort(work, caseId, input.effort ?? null);
		return caseId;
	}
});
