/** What messages say: the board's own words per language, or the program's, with the blanks filled in. */
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

/**
 * The program's own words in the languages that it has any in. An SMS is short: what is longer than 160 characters, or 70
 * with other letters than GSM has (3GPP TS 23.038), goes as several.
 */
const ownTexts: Readonly<
	Record<
		string,
		Readonly<Record<MessageKind, Record<'long' | 'short', MessageText>>> & { readonly letter: MessageText }
	>
> = {
	sv: {
		letter: {
			subject: 'Några frågor från {namnd}',
			body: 'Hej!\n\nDu har fått några frågor att svara på från {namnd}. Det är frivilligt. Rikta telefonens kamera mot rutan, eller skriv in adressen i webbläsaren, så kan du läsa mer och svara. Länken är din egen och fungerar till och med {sista_dag}.\n\nSvaren är konfidentiella: de sparas i ditt ärende och läses av den som arbetar med det. Vill du inte svara kan du säga det där, eller strunta i brevet.'
		},
		invitation: {
			long: {
				subject: 'Några frågor från {namnd}',
				body: 'Hej!\n\nDu har fått några frågor att svara på från {namnd}. Det är frivilligt. Öppna länken för att läsa mer och svara:\n\n{lank}\n\nLänken är din egen och fungerar till och med {sista_dag}. Vill du inte svara kan du säga det där, så får du inga påminnelser.'
			},
			short: {
				subject: '',
				body: '{namnd} har några frågor till dig. Det är frivilligt. Svara senast {sista_dag}: {lank}'
			}
		},
		reminder: {
			long: {
				subject: 'Påminnelse: några frågor från {namnd}',
				body: 'Hej!\n\nDu har frågor från {namnd} som väntar på svar. Det är frivilligt. Länken är din egen och fungerar till och med {sista_dag}:\n\n{lank}\n\nVill du inte svara kan du säga det där, så får du inga fler påminnelser.'
			},
			short: {
				subject: '',
				body: 'Påminnelse: {namnd} har några frågor till dig. Frivilligt, senast {sista_dag}: {lank}'
			}
		}
	},
	en: {
		letter: {
			subject: 'Some questions from {namnd}',
			body: 'Hello!\n\nYou have some questions to answer from {namnd}. It is voluntary. Point your phone’s camera at the square, or type the address into a browser, to read more and answer. The link is your own and works until {sista_dag}.\n\nThe answers are confidential: they are kept in your case and read by whoever works with it. If you do not want to answer you can say so there, or leave the letter.'
		},
		invitation: {
			long: {
				subject: 'Some questions from {namnd}',
				body: 'Hello!\n\nYou have some questions to answer from {namnd}. It is voluntary. Open the link to read more and answer:\n\n{lank}\n\nThe link is your own and works until {sista_dag}. If you do not want to answer you can say so there, and you will not be reminded.'
			},
			short: {
				subject: '',
				body: '{namnd} has some questions for you. Voluntary. Answer by {sista_dag}: {lank}'
			}
		},
		reminder: {
			long: {
				subject: 'Reminder: some questions from {namnd}',
				body: 'Hello!\n\nYou have questions from {namnd} waiting. It is voluntary. The link is your own and works until {sista_dag}:\n\n{lank}\n\nIf you do not want to answer you can say so there, and you will not be reminded again.'
			},
			short: {
				subject: '',
				body: 'Reminder: {namnd} has some questions for you. Voluntary, by {sista_dag}: {lank}'
			}
		}
	}
};

/** The languages that the program has words of its own in. */
export const ownTextLanguages = Object.keys(ownTexts);

/** The program's own text; Swedish where it has none in the language. */
export function findOwnText(channel: InvitationWay, kind: MessageKind, language: string): MessageText {
	const texts = ownTexts[language] ?? ownTexts['sv'];
	if (!texts) throw new Error('There is no Swedish text.');
	if (channel === 'letter') return texts.letter;
	return texts[kind][channel === 'sms' ? 'short' : 'long'];
}

/** The text with its blanks filled in. A subject is one line whatever is filled in. */
export function fillText({ subject, body }: MessageText, filling: Filling): MessageText {
	const fill = (text: string): string =>
		text
			.replaceAll('{namnd}', filling.boardName)
			.replaceAll('{lank}', filling.link)
			.replaceAll('{sista_dag}', filling.lastDay);
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
