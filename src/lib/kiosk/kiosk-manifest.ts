/** Everything a paired tablet needs to go on without a network. No secrets but the hash of the code that leads out of it. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { KioskId, SurveyLinkId } from '#lib/shared/ids.ts';
import { listHashes, type PictureSet } from '#lib/pictures/picture-set.ts';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import type { PublishedInformation } from '#lib/surveys/information.ts';

export type ManifestInformation = Pick<PublishedInformation, 'content' | 'version' | 'publishedOn'>;

export interface ManifestSurvey {
	readonly linkId: SurveyLinkId;
	readonly title: string;
	readonly providerName: string;
	readonly instrument: Instrument;
	/** The board's pictures for the form; not in what a tablet has kept since before there were any. */
	readonly pictures?: PictureSet;
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
	/** Whether the questions can be left in a hurry, by a button always in sight. */
	readonly hasQuickExit: boolean;
	/** How answers are handled; null where the board has not said. */
	readonly information: ManifestInformation | null;
}

/** The code that leads out of the questions, as PBKDF2-SHA-256 makes it. It opens nothing on the server. */
export interface ManifestPin {
	readonly salt: string;
	readonly hash: string;
	readonly iterations: number;
}

export interface KioskManifest {
	readonly kioskId: KioskId;
	readonly kioskName: string;
	readonly boardName: string;
	/** What answers are sealed to: a P-256 point, base64url. Only the server has the other half. */
	readonly publicKey: string;
	/** The day the server made it. A day and no hour: a tablet asks when somebody has been there. */
	readonly issuedOn: LocalDate;
	/** Counts upwards with every change of what the tablet is to ask, from 1. */
	readonly revision: number;
	/** After this day a tablet that has not reached the server asks nobody anything. */
	readonly validUntil: LocalDate;
	readonly pin: ManifestPin;
	readonly surveys: readonly ManifestSurvey[];
}

/** What a tablet is told, without when: the same as long as nobody changes what it is to ask. */
export type ManifestContent = Omit<KioskManifest, 'issuedOn' | 'revision' | 'validUntil'>;

/** Every picture that the surveys have, once: what a tablet keeps for when there is no network. */
export function listPictureHashes({ surveys }: Pick<KioskManifest, 'surveys'>): readonly string[] {
	return [...new Set(surveys.flatMap(({ pictures }) => (pictures ? listHashes(pictures) : [])))];
}

/** Days a tablet may be without network before it stops asking: what it asks may have been withdrawn. */
export const validDays = 14;

/** The surveys that may be answered on the day; none when what the tablet knows is too old. */
export function listOpenSurveys(manifest: KioskManifest, today: LocalDate): readonly ManifestSurvey[] {
	if (today > manifest.validUntil) return [];
	return manifest.surveys.filter(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn);
}

/**
 * Whether an answer given on the day may be sealed. Whoever began before midnight on the last day may finish after it; later
 * than that nothing is kept.
 */
export function mayBeKept(manifest: KioskManifest, linkId: SurveyLinkId, today: LocalDate): boolean {
	return [today, addDays(today, -1)].some((day) =>
		listOpenSurveys(manifest, day).some((survey) => survey.linkId === linkId)
	);
}
