import { insertOverride } from '../queries.ts';
import type { RetentionOverride } from '../../override.ts';
import { retentionRules } from '../../retention-rules.ts';
import type { RetentionOverrideId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

/**
 * Registers a line of the board's archive plan, which decides instead of the shipped rule while it holds. Refuses a rule
 * that does not exist, a plan without reference (`invalid-input`) and two that begin the same day (`already-exists`).
 */
export const addRetentionOverride = command({
	name: 'addRetentionOverride',
	permission: 'retention:decide',
	audit: 'always',
	subject: ({ ruleId, years }: RetentionOverride, id: RetentionOverrideId) => ({
		type: 'retention-plan',
		id,
		reason: `${ruleId} ${years ?? 'kept'}`
	}),
	async run(work, override: RetentionOverride): Promise<RetentionOverrideId> {
		const { ruleId, years, reference, validFrom, validTo } = override;
		if (!retentionRules.some(({ id }) => id === ruleId))
			throw new Problem('invalid-input', { field: 'ruleId' });
		if (reference.trim() === '') throw new Problem('invalid-input', { field: 'reference' });
		const id = work.newId() as RetentionOverrideId;
		await insertOverride(work, { id, ruleId, years, reference, validFrom, validTo });
		return id;
	}
});
