import { findReminderDays, listTexts, type StoredText } from '../texts/queries.ts';
import type { ReminderDays } from '../../decide-reminder.ts';
import { read } from '#lib/shared/server/read.ts';

export interface MessageSettings {
	readonly reminderDays: ReminderDays;
	/** The board's own; what is not here is the program's. */
	readonly texts: readonly StoredText[];
}

/** When reminders go and what messages say. About no person. */
export const messageSettings = read({
	name: 'messageSettings',
	permission: 'invitation:write',
	audit: 'none',
	subject: null,
	run: async (work, _input: Record<never, never>): Promise<MessageSettings> => ({
		reminderDays: await findReminderDays(work),
		texts: await listTexts(work)
	})
});
