import { findDueReminder } from '../../decide-reminder.ts';
import { insertReminders } from '../outbox/queries.ts';
import { listOpenInvitations, type OpenInvitation } from '../queries.ts';
import { findReminderDays } from '../texts/queries.ts';
import type { InvitationId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';

const batch = 500;

/**
 * Puts the reminders that are due today in the outbox: never after an answer or a "no, thank you", and never one that is
 * there already. Gives how many were new. The day's run may be begun again.
 */
export const remindInvited = command({
	name: 'remindInvited',
	permission: 'invitation:write',
	audit: 'always',
	subject: (_input: Record<never, never>, count: number) =>
		count === 0 ? null : { type: 'administration', id: null, reason: String(count) },
	async run(work, _input: Record<never, never>): Promise<number> {
		const days = await findReminderDays(work);
		let count = 0;
		for (let after: InvitationId | null = null; ;) {
			const open: readonly OpenInvitation[] = await listOpenInvitations(work, work.today, after, batch);
			const reminders = open.flatMap((invited) => {
				const number = findDueReminder(invited, days, work.today);
				return number === null ? [] : [{ id: work.newId(), invitationId: invited.invitationId, number }];
			});
			count += await insertReminders(work, reminders, work.now);
			after = open.at(-1)?.invitationId ?? null;
			if (open.length < batch) return count;
		}
	}
});
