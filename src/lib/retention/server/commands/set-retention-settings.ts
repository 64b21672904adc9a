import { upsertSettings, type RetentionSettings } from '../queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

/** Says in which municipality the board is and under which law it works. Refuses a code that is not four digits. */
export const setRetentionSettings = command({
	name: 'setRetentionSettings',
	permission: 'retention:decide',
	audit: 'always',
	subject: ({ municipalityCode, regime }: RetentionSettings) => ({
		type: 'retention-plan',
		id: null,
		reason: `${municipalityCode} ${regime}`
	}),
	async run(work, settings: RetentionSettings): Promise<void> {
		if (!/^\d{4}$/.test(settings.municipalityCode))
			throw new Problem('invalid-input', { field: 'municipalityCode' });
		await upsertSettings(work, settings);
	}
});
