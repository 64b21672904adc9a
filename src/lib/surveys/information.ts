/**
 * What people are told before they answer: article 13 GDPR, and that it is voluntary. A text is published only when
 * nothing is wrong in any of its languages; after that it is never changed, only followed by another version.
 */
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { InformationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { InformationSubject } from './information-subject.ts';

/** Each with the article it answers, in the order they are read. */
export const informationFields = {
	/** 13.1 a: who is responsible, and how they are reached. */
	controller: '13.1 a',
	/** 13.1 c: what it is for. */
	purpose: '13.1 c',
	/** 13.2 e: whether one has to answer, and what happens if not. */
	voluntary: '13.2 e',
	/** 13.1 e: who gets to see it. */
	recipients: '13.1 e',
	/** 13.2 a: how long it is kept. */
	retention: '13.2 a',
	/** 13.1 c: the legal ground; never consent. */
	legalGround: '13.1 c',
	/** 13.2 b: what the person can ask for. */
	rights: '13.2 b',
	/** 13.1 b: the data protection officer (dataskyddsombud). */
	dataProtectionOfficer: '13.1 b',
	/** 13.2 d: where to complain (IMY). */
	complaint: '13.2 d'
} as const;
export type InformationField = keyof typeof informationFields;
export const informationFieldNames = Object.keys(informationFields) as readonly InformationField[];

export type InformationText = Readonly<Record<InformationField, string>>;
export type InformationByLanguage = Readonly<Record<LanguageTag, InformationText>>;

/** A text that is being written: whole or not. */
export type InformationDraft = Readonly<Record<LanguageTag, Readonly<Partial<InformationText>>>>;

export interface PublishedInformation {
	readonly id: InformationId;
	readonly subject: InformationSubject;
	/** 1, 2, 3 … */
	readonly version: number;
	readonly publishedOn: LocalDate;
	/** From when the general text is told instead; null while this one stands, and always for a general text. */
	readonly withdrawnOn: LocalDate | null;
	readonly content: InformationByLanguage;
}

/** The language that every text has to be in. */
export const requiredLanguage = 'sv';

/** What is wrong with one field of one language. */
export interface InformationFault {
	readonly language: LanguageTag;
	readonly field: InformationField;
	readonly kind: 'missing' | 'too-long' | 'left-to-fill-in' | 'consent';
}

/** Characters in one field: a page in each is more than anybody reads. */
export const maxFieldLength = 3000;

/** What drafts leave for the board to fill in stands in square brackets. */
const leftToFillIn = /\[[^\]]*\]/u;
/** Participation is voluntary but never rests on consent (6 § lag 2001:454), in the languages the drafts come in. */
const consentWords = /samtyck|consent/iu;

/** What must be mended before the text may be published; empty when it may. */
export function listFaults(content: InformationDraft): readonly InformationFault[] {
	const languages = [...new Set([requiredLanguage, ...Object.keys(content)])];
	return languages.flatMap((language) =>
		informationFieldNames.flatMap((field): InformationFault[] => {
			const kind = findFault(field, content[language]?.[field] ?? '');
			return kind ? [{ language, field, kind }] : [];
		})
	);
}

function findFault(field: InformationField, text: string): InformationFault['kind'] | null {
	if (text.trim() === '') return 'missing';
	if (text.length > maxFieldLength) return 'too-long';
	if (leftToFillIn.test(text)) return 'left-to-fill-in';
	return field === 'legalGround' && consentWords.test(text) ? 'consent' : null;
}

/** In the languages that the program has words of its own in; a board answers for the others. */
const anonymityWords = /anonym/iu;

/** Whether the text calls something anonymous: never true of what is told where answers are kept in a case. */
export function speaksOfAnonymity(content: InformationDraft): boolean {
	return Object.values(content).some((text) =>
		Object.values(text).some((words) => anonymityWords.test(words))
	);
}

/** The text as one that may be published, or null when something is wrong with it. */
export function toPublishable(content: InformationDraft): InformationByLanguage | null {
	return listFaults(content).length === 0 ? (content as InformationByLanguage) : null;
}

/** The language of the text nearest to what is wanted, the first wish first; Swedish when it is in none of them. */
export function pickInformationLanguage(
	content: InformationByLanguage,
	wanted: readonly LanguageTag[]
): LanguageTag {
	return wanted.find((language) => Object.hasOwn(content, language)) ?? requiredLanguage;
}
