import { findTextFault } from '../../message-text.ts';
import { mostReminders, type ReminderDays } from '../../decide-reminder.ts';
import { upsertReminderDays, upsertText, type StoredText } from '../texts/queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

/** Stores the board's own words for one kind of message in one language. Refuses what is of no use (`invalid-input`). */
export const setMessageText = command({
	name: 'setMessageText',
	permission: 'invitation:write',
	audit: 'always',
	subject: ({ channel, kind, language }: StoredText) => ({
		type: 'information-text',
		id: null,
		reason: `${channel} ${kind} ${language}`
	}),
	async run(work, text: StoredText): Promise<void> {
		if (findTextFault(text.channel, text) !== null) throw new Problem('invalid-input', { field: 'body' });
		await upsertText(work, text);
	}
});

export interface SetReminderDaysInput {
	readonly days: ReminderDays;
}

/** Decides when those who have not answered are reminded. Refuses days that do not come one after the other. */
export const setReminderDays = command({
	name: 'setReminderDays',
	permission: 'invitation:write',
	audit: 'always',
	subject: ({ days }: SetReminderDaysInput) => ({
		type: 'information-text',
		id: null,
		reason: `reminders ${days.join(' ')}`
	}),
	async run(work, { days }: SetReminderDaysInput): Promise<void> {
		const isRight =
			days.length <= mostReminders &&
			days.every(
				(day, index) => Number.isInteger(day) && day >= 1 && day <= 90 && day > (days[index - 1] ?? 0)
			);
		if (!isRight) throw new Problem('invalid-input', { field: 'days' });
		await upsertReminderDays(work, days);
	}
});
