import { listAssigned, updateCasePlace } from '../reach/queries.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ProtectCaseInput {
	readonly caseId: CaseId;
	readonly isProtected: boolean;
}

/**
 * Marks a case as one with protected identity (skyddade personuppgifter), so that only the assigned reach it, or takes the
 * mark away. Refuses the mark where nobody is assigned (`invalid-input`): then nobody at all would.
 */
export const protectCase = command({
	name: 'protectCase',
	permission: 'case:protect',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId, isProtected }: ProtectCaseInput) => ({
		type: 'case',
		id: caseId,
		caseId,
		reason: isProtected ? 'protected' : 'no longer protected'
	}),
	async run(work, { caseId, isProtected }: ProtectCaseInput): Promise<void> {
		if (isProtected && (await listAssigned(work, caseId)).length === 0) {
			throw new Problem('invalid-input', { field: 'isProtected' });
		}
		await updateCasePlace(work, caseId, { isProtected });
	}
});
