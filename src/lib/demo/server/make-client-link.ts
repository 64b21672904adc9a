import { sendLink } from '#lib/collection/server/commands/send-link.ts';
import { addDays, toLocalDate } from '#lib/shared/local-date.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { run } from '#lib/shared/server/command.ts';
import type { DemoDoors } from '../demo-doors.ts';

const daysToAnswer = 30;

/** A new AUDIT link for the demo's made-up client, as a path. Every visitor gets one of their own. */
export async function makeClientLink(context: Context, demo: DemoDoors): Promise<string> {
	const today = toLocalDate(context.now());
	const { token } = await run({ ...context, actor: { kind: 'system', boardId: demo.boardId } }, sendLink, {
		caseId: demo.caseId,
		instrumentId: 'audit',
		occasion: 'after',
		respondent: 'client',
		expiresOn: addDays(today, daysToAnswer)
	});
	return `/s/${demo.boardCode}/${token}`;
}
