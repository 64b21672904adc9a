import { findSettings, listOverrides, type RetentionSettings } from '../queries.ts';
import type { RetentionOverride } from '../../override.ts';
import type { RetentionOverrideId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface RetentionPlan {
	/** Null until somebody has said where the board is. */
	readonly settings: RetentionSettings | null;
	/** The lines of the board's own archive plan. */
	readonly overrides: readonly (RetentionOverride & { readonly id: RetentionOverrideId })[];
}

/** What the board has said about itself and its archive plan. Nothing about any person. */
export const retentionPlan = read({
	name: 'retentionPlan',
	permission: 'retention:decide',
	audit: 'always',
	subject: () => ({ type: 'retention-plan', id: null }),
	async run(work, _input: Record<never, never>): Promise<RetentionPlan> {
		return { settings: await findSettings(work), overrides: await listOverrides(work) };
	}
});
