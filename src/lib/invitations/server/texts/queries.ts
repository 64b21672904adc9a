/** The board's own words and the days that reminders go. */
import { asc, eq } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { InvitationWay } from '../../channel.ts';
import { usualReminderDays, type ReminderDays } from '../../decide-reminder.ts';
import type { MessageKind, MessageText } from '../../message-text.ts';
import { messageSettings, messageTexts } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

/** The days that reminders go after the invitation. */
export async function findReminderDays({ tx, boardId }: Scope): Promise<ReminderDays> {
	const [row] = await tx
		.select({ reminderDays: messageSettings.reminderDays })
		.from(messageSettings)
		.where(eq(messageSettings.boardId, boardId));
	return row?.reminderDays ?? usualReminderDays;
}

export async function upsertReminderDays({ tx, boardId }: Scope, reminderDays: ReminderDays): Promise<void> {
	await tx
		.insert(messageSettings)
		.values({ boardId, reminderDays })
		.onConflictDoUpdate({ target: [messageSettings.boardId], set: { reminderDays } });
}

export interface StoredText extends MessageText {
	readonly channel: InvitationWay;
	readonly kind: MessageKind;
	readonly language: string;
}

/** The board's own words. */
export async function listTexts({ tx, boardId }: Scope): Promise<readonly StoredText[]> {
	const rows = await tx
		.select()
		.from(messageTexts)
		.where(eq(messageTexts.boardId, boardId))
		.orderBy(asc(messageTexts.channel), asc(messageTexts.kind), asc(messageTexts.language));
	return rows.map(({ boardId: _board, ...text }) => text);
}

export async function upsertText(
	{ tx, boardId }: Scope,
	{ subject, body, ...of }: StoredText
): Promise<void> {
	await tx
		.insert(messageTexts)
		.values({ boardId, ...of, subject, body })
		.onConflictDoUpdate({
			target: [messageTexts.boardId, messageTexts.channel, messageTexts.kind, messageTexts.language],
			set: { subject, body }
		});
}
