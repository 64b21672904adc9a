/** What people are told, ready to be read. */
import * as m from '#lib/shared/client-words.ts';
import { clientLanguages, getClientLanguage, type ClientLanguage } from '#lib/shared/client-language.ts';
import {
	informationFieldNames,
	pickInformationLanguage,
	type InformationField,
	type InformationText,
	type PublishedInformation
} from '../information.ts';

export interface InformationView {
	/** The language that the texts are in. */
	readonly language: string;
	/** The language of the headings: the texts' own, or the page's where the program does not speak it. */
	readonly headingLanguage: string;
	readonly sections: readonly { readonly heading: string; readonly text: string }[];
	/** Which version it is and since when, in words. */
	readonly edition: string;
}

type Heading = (inputs?: Record<string, never>, options?: { locale?: ClientLanguage }) => string;

const headings: Record<InformationField, Heading> = {
	controller: m.information_heading_controller,
	purpose: m.information_heading_purpose,
	voluntary: m.information_heading_voluntary,
	recipients: m.information_heading_recipients,
	retention: m.information_heading_retention,
	legalGround: m.information_heading_legal_ground,
	rights: m.information_heading_rights,
	dataProtectionOfficer: m.information_heading_officer,
	complaint: m.information_heading_complaint
};

/** The heading that a field stands under, as a question, in the page's language. */
export const headingOf = (field: InformationField): string => headings[field]();

/** The language that headings over texts in a language are in. */
export function headingLanguageOf(language: string): ClientLanguage {
	return clientLanguages.find((known) => known === language) ?? getClientLanguage();
}

/** The text in the first of the wanted languages that it is in, in the order it is read. */
export function viewInformation(
	{ content, version, publishedOn }: Pick<PublishedInformation, 'content' | 'version' | 'publishedOn'>,
	wanted: readonly string[]
): InformationView {
	const language = pickInformationLanguage(content, wanted);
	const text = content[language];
	return {
		language,
		headingLanguage: headingLanguageOf(language),
		sections: text ? toSections(text, language) : [],
		edition: m.information_edition({ version, date: publishedOn })
	};
}

/** The fields of a text in a language under their headings; what is empty is left out. */
export function toSections(text: Partial<InformationText>, language: string): InformationView['sections'] {
	const locale = headingLanguageOf(language);
	return informationFieldNames.flatMap((field) => {
		const words = text[field]?.trim();
		return words ? [{ heading: headings[field]({}, { locale }), text: words }] : [];
	});
}
