/** What messages say: the board's own words per language, or the program's, with the blanks filled in. */
import { clientLanguages, isClientLanguage, type ClientLanguage } from '#lib/shared/client-language.ts';
import { directionOf, keepInOnePiece } from '#lib/shared/direction-of.ts';
import * as sent from '#lib/shared/sent-words.ts';
import type { InvitationWay } from './channel.ts';

export interface MessageText {
	/** E-mail only. */
	readonly subject: string;
	readonly body: string;
}

/** Whether it invites or reminds. */
export type MessageKind = 'invitation' | 'reminder';

/** The blanks: who asks, the address, and the last day. Never the case, the instrument or what it is about. */
export const blanks = ['{namnd}', '{lank}', '{sista_dag}'] as const;

export interface Filling {
	readonly boardName: string;
	readonly link: string;
	readonly lastDay: string;
}

/** The languages that the program has words of its own in: those of clients. */
export const ownTextLanguages: readonly string[] = clientLanguages;

type OwnText = (blanks: typeof asWritten, options: { locale: ClientLanguage }) => string;

/** Each blank as itself: the text is shown, and changed, with its blanks. */
const asWritten = { namnd: '{namnd}', lank: '{lank}', sista_dag: '{sista_dag}' };

/**
 * The program's own text; Swedish in a language that it does not have. An SMS is short: what is longer than 160 characters, or
 * 70 with other letters than GSM has (3GPP TS 23.038), goes as several.
 */
export function findOwnText(channel: InvitationWay, kind: MessageKind, language: string): MessageText {
	const locale = isClientLanguage(language) ? language : 'sv';
	const say = (text: OwnText): string => text(asWritten, { locale });
	if (channel === 'letter')
		return { subject: say(sent.sent_letter_subject), body: say(sent.sent_letter_body) };
	if (channel === 'sms')
		return {
			subject: '',
			body: say(kind === 'invitation' ? sent.sent_invitation_sms : sent.sent_reminder_sms)
		};
	return kind === 'invitation'
		? { subject: say(sent.sent_invitation_subject), body: say(sent.sent_invitation_body) }
		: { subject: say(sent.sent_reminder_subject), body: say(sent.sent_reminder_body) };
}

/**
 * The text with its blanks filled in. A subject is one line whatever is filled in. Between words from right to left the name
 * and the date are kept in one piece; the link is not: a telephone would take the marks for a part of it.
 */
export function fillText(
	{ subject, body }: MessageText,
	language: string,
	{ boardName, link, lastDay }: Filling
): MessageText {
	const keep = directionOf(language) === 'rtl' ? keepInOnePiece : (text: string) => text;
	const fill = (text: string): string =>
		text
			.replaceAll('{namnd}', () => keep(boardName))
			.replaceAll('{lank}', () => link)
			.replaceAll('{sista_dag}', () => keep(lastDay));
	return { subject: fill(subject).replaceAll(/[\r\n]+/g, ' '), body: fill(body) };
}

export type TextFault = 'link-missing' | 'too-long' | 'empty' | 'subject-missing';

const longest = { email: 4_000, sms: 320, letter: 2_000 } as const;

/**
 * What is wrong with a text that somebody has written; null when nothing is. Without the link a message would be of no use; a
 * letter has it printed under the text.
 */
export function findTextFault(channel: InvitationWay, { subject, body }: MessageText): TextFault | null {
	if (body.trim() === '') return 'empty';
	if (channel !== 'sms' && subject.trim() === '') return 'subject-missing';
	if (channel !== 'letter' && !body.includes('{lank}')) return 'link-missing';
	return body.length > longest[channel] ? 'too-long' : null;
}
