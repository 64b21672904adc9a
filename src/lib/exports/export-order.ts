/** What somebody has asked to have in a file, and how far it has come. */
import type { ExportId, ProviderId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/** One row per response of a case under a pseudonym, or one per answer of surveys that belong to nobody. */
export const dataSets = ['case-responses', 'anonymous-responses'] as const;
export type DataSet = (typeof dataSets)[number];

export const exportFormats = ['csv-swedish', 'csv', 'xlsx', 'spss', 'json', 'fhir'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What stands in the cells of CSV and XLSX; the other formats carry both. */
export const valueForms = ['codes', 'labels'] as const;
export type ValueForm = (typeof valueForms)[number];

/** How close to the person the age is. */
export const ageForms = ['group', 'birth-year'] as const;
export type AgeForm = (typeof ageForms)[number];

/** On what ground the figures leave the case: 26 kap. OSL, 7 a § lag (2001:454). Research is another law and not here. */
export const exportGrounds = ['own-follow-up', 'disclosure-decision'] as const;
export type ExportGround = (typeof exportGrounds)[number];

export const exportStates = ['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

/** The languages that labels and codebooks are written in. */
export type FileLanguage = 'sv' | 'en';

export interface ExportOrder {
	readonly id: ExportId;
	readonly dataSet: DataSet;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly format: ExportFormat;
	readonly valueForm: ValueForm;
	readonly ageForm: AgeForm;
	/** Of the day of the answer, both included; null is no limit. */
	readonly fromDay: LocalDate | null;
	readonly toDay: LocalDate | null;
	/** Only what belongs to this provider; null is all. */
	readonly providerId: ProviderId | null;
	/** Only cases of these units, as far as whoever ordered it reached; null is the whole board. */
	readonly unitIds: readonly UnitId[] | null;
	readonly language: FileLanguage;
	readonly ground: ExportGround;
}

/** How long a finished file can be fetched, in hours. Then it is erased, and can be ordered again. */
export const fileLifeHours = 24;

/** At most this many unfinished orders for one board, so that nobody fills the disk by mistake. */
export const maxUnfinished = 5;
