/** Clients' texts in the languages that staff's pages do not have. Nothing is here until somebody brings it. */
import { directionOf, keepInOnePiece } from './direction-of.ts';
import {
	getClientLanguage,
	isForeignLanguage,
	type ClientLanguage,
	type ForeignLanguage
} from './client-language.ts';

/** One of `client-languages/<language>.json`. */
export interface ClientTexts {
	/** Who has read the texts, knowing the language, and when; null until somebody has. */
	readonly review: { readonly by: string | null; readonly on: string | null };
	readonly texts: Readonly<Record<string, string>>;
}

/** One of `client-languages/sent/<language>.json`: what is printed and sent, which no page for clients has any use for. */
export type SentTexts = Readonly<Record<string, string>>;

/** The function that paraglide has made of a message. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a message's inputs are its own
type Message = (inputs: any, options?: { locale?: 'sv' | 'en' }) => string;

/** The same message in all of the clients' languages. */
export type ClientMessage<M extends Message> = (
	...given: undefined extends Parameters<M>[0]
		? [inputs?: Parameters<M>[0], options?: { locale?: ClientLanguage }]
		: [inputs: Parameters<M>[0], options?: { locale?: ClientLanguage }]
) => string;

let known: Partial<Record<ForeignLanguage, ClientTexts>> = {};
let sent: Partial<Record<ForeignLanguage, SentTexts>> = {};

/** Brings the texts: all of them on the server and on tablets, none to the pages of staff. */
export function bringForeignWords(languages: Record<ForeignLanguage, ClientTexts>): void {
	known = languages;
}

/** Brings what is printed and sent: only the server has it. */
export function bringSentWords(languages: Record<ForeignLanguage, SentTexts>): void {
	sent = languages;
}

/** Who has read the texts of a language, the sent ones too, and when; null for one that nobody has, and for those the program is written in. */
export function findReview(language: string): { readonly by: string; readonly on: string } | null {
	const review = isForeignLanguage(language) ? known[language]?.review : undefined;
	if (!review || review.by === null || review.on === null) return null;
	return { by: review.by, on: review.on };
}

/** Whether nobody who knows the language has read its texts yet. False for the languages that the program is written in. */
export function isUnreviewed(language: string): boolean {
	return isForeignLanguage(language) && findReview(language) === null;
}

/** A message that says itself in the client's language: its text in `client-languages/`, otherwise paraglide's own. */
export function inEveryLanguage<M extends Message>(key: string, message: M): ClientMessage<M> {
	return (...[inputs, options]) => {
		const language = options?.locale ?? getClientLanguage();
		if (!isForeignLanguage(language)) return message(inputs, { locale: language });
		const text = known[language]?.texts[key] ?? sent[language]?.[key];
		if (text === undefined) return message(inputs, { locale: 'sv' });
		return fill(text, inputs, directionOf(language));
	};
}

type Inputs = Readonly<Record<string, unknown>> | undefined;

function fill(text: string, inputs: Inputs, direction: 'ltr' | 'rtl'): string {
	return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
		const input = inputs?.[name] ?? whole;
		// A blank that is given as itself is left for whoever fills it in later.
		if (input === whole) return whole;
		return typeof input === 'string' && direction === 'rtl' ? keepInOnePiece(input) : String(input);
	});
}
