import { insertConclusion, scopeOf, type ConclusionPlace } from '../conclusion/queries.ts';
import { parseSteps } from '../../conclusion.ts';
import type { ConclusionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface SaveConclusionInput extends ConclusionPlace {
	/** By step; what is not there is empty. */
	readonly steps: Readonly<Record<string, unknown>>;
}

/**
 * Keeps what a group has concluded beside the figures it was looking at; what was written before stays in the database.
 * Refuses nothing at all and more than fits (`invalid-input`).
 */
export const saveConclusion = command({
	name: 'saveConclusion',
	permission: 'result:conclude',
	audit: 'always',
	subject: ({ report }: SaveConclusionInput, id: ConclusionId) => ({ type: 'report', id, reason: report }),
	async run(work, { report, query, steps: given }: SaveConclusionInput): Promise<ConclusionId> {
		const steps = parseSteps(given);
		if (!steps) throw new Problem('invalid-input', { field: 'steps' });
		const id = work.newId() as ConclusionId;
		const { actor } = work;
		const writtenBy = actor.kind === 'staff' ? actor.staffId : actor.kind;
		await insertConclusion(work, id, { report, query }, scopeOf(work), {
			steps,
			writtenAt: work.now,
			writtenBy
		});
		return id;
	}
});
