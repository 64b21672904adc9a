import { deleteOverride } from '../queries.ts';
import type { RetentionOverrideId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RemoveOverrideInput {
	readonly overrideId: RetentionOverrideId;
}

/** Takes a line of the archive plan away: the shipped rule decides again. Refuses one that does not exist (`not-found`). */
export const removeRetentionOverride = command({
	name: 'removeRetentionOverride',
	permission: 'retention:decide',
	audit: 'always',
	subject: ({ overrideId }: RemoveOverrideInput) => ({ type: 'retention-plan', id: overrideId }),
	async run(work, { overrideId }: RemoveOverrideInput): Promise<void> {
		if (!(await deleteOverride(work, overrideId))) throw new Problem('not-found');
	}
});
