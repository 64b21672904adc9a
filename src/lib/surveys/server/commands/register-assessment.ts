import { insertAssessment } from '../information/queries.ts';
import type { AssessmentReference } from '../../assessment.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

/**
 * Registers where the board's impact assessment (GDPR art. 35) is found; the one before stays readable. Refuses an empty
 * reference or owner and a day that has not come (`invalid-input`).
 */
export const registerAssessment = command({
	name: 'registerAssessment',
	permission: 'information:write',
	audit: 'always',
	subject: (_input: AssessmentReference) => ({ type: 'assessment-reference', id: null }),
	async run(work, { reference, decidedOn, owner }: AssessmentReference): Promise<void> {
		if (reference.trim() === '') throw new Problem('invalid-input', { field: 'reference' });
		if (owner.trim() === '') throw new Problem('invalid-input', { field: 'owner' });
		if (decidedOn > work.today) throw new Problem('invalid-input', { field: 'decidedOn' });
		await insertAssessment(work, { reference, decidedOn, owner });
	}
});
