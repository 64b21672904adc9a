/** When somebody who has not answered is reminded, and when nobody is any more. */
import type { Administration } from '#lib/collection/administration.ts';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';

/** Days after the invitation that reminders go, in order; none is none. */
export type ReminderDays = readonly number[];

/** Two reminders: the second raises the share of answers about as much as the first, a third hardly (Dillman 2014, ch. 9). */
export const usualReminderDays: ReminderDays = [7, 14];
export const mostReminders = 3;

export interface Invited {
	readonly state: Administration['state'];
	readonly expiresOn: LocalDate;
	/** The day the invitation was sent or posted; null while it has not been. */
	readonly invitedOn: LocalDate | null;
	/** The person has said no, thank you. */
	readonly isDeclined: boolean;
	/** The highest number that there is a message with: 0 is the invitation. */
	readonly lastNumber: number;
	/** A message came back, so that the next would too. */
	readonly hasBounced: boolean;
}

/**
 * The number of the reminder that is due today, or null. Never after an answer, a "no, thank you", a withdrawal or the last
 * day, and one at a time: after days without power only the next one goes.
 */
export function findDueReminder(invited: Invited, days: ReminderDays, today: LocalDate): number | null {
	const { state, expiresOn, invitedOn, isDeclined, lastNumber, hasBounced } = invited;
	if (invitedOn === null || isDeclined || hasBounced || today > expiresOn) return null;
	if (state !== 'sent' && state !== 'started') return null;
	const next = lastNumber + 1;
	const after = days[next - 1];
	return after !== undefined && addDays(invitedOn, after) <= today ? next : null;
}
