/**
 * What SurveyJS has no words for: who answers, what is measured, how it is scored and who owns the text.
 * Read from `instruments/<id>/<version>/instrument.json`; the JSON Schema is `instruments/schema/instrument.schema.json`.
 */
import type { Code, LocalText, Questionnaire } from './questionnaire.ts';
import type { Expression } from './expression.ts';

export type Sex = 'female' | 'male';
export type Respondent = 'client' | 'child' | 'parent' | 'relative' | 'staff' | 'provider';
export type AdministrationMode = 'link' | 'kiosk' | 'interview' | 'paper';

/** V1 primary source · V2 secondary public source · REC recalled, not seen · LOCAL written by the municipality · NONE no text shipped. */
export type EvidenceMark = 'V1' | 'V2' | 'REC' | 'LOCAL' | 'NONE';

export interface Source {
	/** Tag used in the rest of the file: `SoS-AUDIT`. */
	readonly id: string;
	readonly title: string;
	readonly address: string | null;
	readonly evidence: EvidenceMark;
}

export interface RecallPeriod {
	readonly days: number;
	readonly label: LocalText;
	readonly source: string;
}

/**
 * What an answer can tell that the law protects more than other facts: article 9 (health, sex life, origin, beliefs) and
 * 10 (offences) GDPR; substance use and violence belong under health and are named apart since they decide who reads.
 */
export const sensitiveKinds = [
	'health',
	'substance-use',
	'violence',
	'sex-life',
	'origin',
	'beliefs',
	'offences'
] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

/** One scored thing: a question, or `question.row` of a matrix. */
export interface ScoredItem {
	/** Question name, or `matrix.row`. */
	readonly name: string;
	/** Number printed on the form, used for paper entry. */
	readonly number: string;
	/** Score by code; null = a valid answer without score ("vet inte"). Codes not listed here are invalid answers. */
	readonly scoreByCode: ReadonlyMap<Code, number | null>;
	readonly lowest: number;
	readonly highest: number;
	readonly recallDays: number | null;
	/** Asks what somebody thinks of the help, so that nobody can answer in their place (brukarfrågor). */
	readonly isExperience?: boolean;
}

export type MissingRule =
	| { readonly kind: 'no-score' }
	/** Score from the answered ones when at most `maxMissing` are missing; only where the manual allows it. */
	| { readonly kind: 'prorate'; readonly maxMissing: number; readonly source: string };

export type Rounding = 'none' | 'whole-half-away-from-zero';

export interface Scale {
	readonly name: string;
	readonly title: LocalText;
	readonly items: readonly string[];
	/** Scored as lowest + highest − score. */
	readonly reversed: readonly string[];
	/** Weight per item; 1 where not named. */
	readonly weights: ReadonlyMap<string, number>;
	readonly aggregate: 'sum' | 'mean' | 'percent-of-range';
	readonly missing: MissingRule;
	/**
	 * What more must hold for a score than the missing rule says (a manual that prorates but wants its risk items
	 * answered); null when there is nothing more.
	 */
	readonly completeIf: Expression | null;
	readonly rounding: Rounding;
	/** 'higher-better' (KASAM) or 'lower-better' (AUDIT). Never guessed. */
	readonly direction: 'higher-better' | 'lower-better';
	/** The scale's theoretical ends, from the items. */
	readonly lowest: number;
	readonly highest: number;
	readonly bandSets: readonly BandSet[];
	readonly change: ChangeParameters | null;
	readonly source: string;
}

/** Items the form itself skips when the condition holds: scored as 0 points and not missing. */
export interface StructuralZero {
	readonly when: Expression;
	readonly items: readonly string[];
	readonly source: string;
}

/** One published way to divide a scale. Several may exist side by side; none is chosen silently. */
export interface BandSet {
	readonly id: string;
	readonly source: string;
	readonly evidence: EvidenceMark;
	readonly title: LocalText;
	/** 'bands' cover the whole scale; 'cut-off' names only what lies at or above a line. */
	readonly kind: 'bands' | 'cut-off';
	/** The set used in the client's result when several exist. At most one per scale. */
	readonly isDefault: boolean;
	readonly bands: readonly Band[];
}

export interface Band {
	readonly label: LocalText;
	/** Inclusive, on the scale's own points. */
	readonly from: number;
	readonly to: number;
	/** Null = both. */
	readonly sex: Sex | null;
	readonly ageMin: number | null;
	readonly ageMax: number | null;
}

/** What reliable change needs, for a comparable group; null on the scale when no source is known. */
export interface ChangeParameters {
	readonly standardDeviation: number;
	readonly reliability: number;
	readonly reliabilityKind: string;
	readonly group: string;
	readonly source: string;
}

/** An answer that a responsible person must see (PHQ-9 item 9). */
export interface RiskItem {
	readonly item: string;
	readonly codes: readonly Code[];
	readonly text: LocalText;
	readonly source: string;
}

export interface Rights {
	readonly holder: string;
	readonly rightsClass: 'A' | 'B' | 'C' | '?';
	readonly licence: string;
	/** Lines that must be visible where the instrument is shown. */
	readonly notices: readonly LocalText[];
	/** 'allowed', or 'permit-required': link, kiosk and interview are closed until a permit and wording are registered. */
	readonly electronic: 'allowed' | 'permit-required';
	/** False = no text may lie in the repository; the linter refuses any. */
	readonly mayShipText: boolean;
	readonly commercial: boolean;
	readonly mayEdit: boolean;
	readonly contact: string | null;
}

/** An easy-to-read track (lättläst): who wrote it, and whether readers have tried it. */
export interface EasyRead {
	readonly source: string;
	/** Who tried it with readers and when; null until somebody has. */
	readonly review: { readonly by: string; readonly on: string } | null;
}

export interface Instrument {
	readonly id: string;
	readonly version: string;
	/** Changes when scoring changes; stored with each score. */
	readonly ruleVersion: string;
	readonly title: LocalText;
	readonly shortTitle: LocalText;
	readonly purpose: LocalText;
	readonly respondents: readonly Respondent[];
	readonly minutes: number | null;
	readonly recall: RecallPeriod | null;
	readonly standardised: boolean;
	/** What the answers tell that is sensitive; empty when nothing is, null when nobody has said. See `isSensitive`. */
	readonly sensitive: readonly SensitiveKind[] | null;
	readonly evidence: { readonly wording: EvidenceMark; readonly note: LocalText };
	/** Null where there is no such track. */
	readonly easyRead: EasyRead | null;
	readonly rights: Rights;
	readonly items: readonly ScoredItem[];
	readonly scales: readonly Scale[];
	readonly structuralZeros: readonly StructuralZero[];
	readonly risks: readonly RiskItem[];
	readonly sources: readonly Source[];
	readonly questionnaire: Questionnaire;
	/** How many reference cases were scored when it was loaded. */
	readonly referenceCaseCount?: number;
}
