import { saveVerdict } from '../verdict-queries.ts';
import type { NightlyVerdict } from '../../nightly-verdict.ts';
import { verdictText } from '../../signed-text.ts';
import { command } from '#lib/shared/server/command.ts';

/**
 * At night: stores what the check of the whole log said, signed with the log's key. The line in the log keeps it for all
 * nights, the table for the newest.
 */
export const recordVerdict = command({
	name: 'recordVerdict',
	permission: 'log:verify',
	audit: 'always',
	subject: ({ fault }: Omit<NightlyVerdict, 'day'>) => ({
		type: 'log-review',
		id: null,
		reason: fault ? `${fault.kind} ${fault.seq ?? ''}`.trim() : 'whole'
	}),
	async run(work, checked: Omit<NightlyVerdict, 'day'>): Promise<void> {
		const verdict = { ...checked, day: work.today };
		await saveVerdict(work, verdict, work.trail.sign(verdictText(work.boardId, verdict)));
	}
});
