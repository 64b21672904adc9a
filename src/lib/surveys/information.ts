/**
 * What people are told before they answer: article 13 GDPR, and that it is voluntary. A text is published only when
 * nothing is missing in any of its languages; after that it is never changed, only followed by another version.
 */
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { InformationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/** Each with the article it answers. */
export const informationFields = {
	/** 13.1 a: who is responsible, and how they are reached. */
	controller: '13.1 a',
	/** 13.1 b: the data protection officer (dataskyddsombud). */
	dataProtectionOfficer: '13.1 b',
	/** 13.1 c: what it is for. */
	purpose: '13.1 c',
	/** 13.1 c: the legal ground; never consent. */
	legalGround: '13.1 c',
	/** 13.1 e: who gets to see it. */
	recipients: '13.1 e',
	/** 13.2 a: how long it is kept. */
	retention: '13.2 a',
	/** 13.2 b: what the person can ask for. */
	rights: '13.2 b',
	/** 13.2 d: where to complain (IMY). */
	complaint: '13.2 d',
	/** 13.2 e: whether one has to answer, and what happens if not. */
	voluntary: '13.2 e'
} as const;
export type InformationField = keyof typeof informationFields;

export type InformationText = Readonly<Record<InformationField, string>>;
export type InformationByLanguage = Readonly<Record<LanguageTag, InformationText>>;

export interface PublishedInformation {
	readonly id: InformationId;
	readonly version: number;
	readonly publishedOn: LocalDate;
	readonly content: InformationByLanguage;
}

/** The language that every text has to be in. */
const requiredLanguage = 'sv';

/** What is missing, as `sv.purpose`; the whole language where it is not there. Empty when it may be published. */
export function listMissing(
	content: Partial<Record<LanguageTag, Partial<InformationText>>>
): readonly string[] {
	const languages = [...new Set([requiredLanguage, ...Object.keys(content)])];
	return languages.flatMap((language) =>
		Object.keys(informationFields)
			.filter((field) => !content[language]?.[field as InformationField]?.trim())
			.map((field) => `${language}.${field}`)
	);
}
