/**
 * When personal records are to be erased (gallras), as a table a lawyer or a registrar can read. A board's own archive
 * plan can override any line (override.ts). Law references stand here and nowhere else.
 */
import type { LocalDate } from '#lib/shared/local-date.ts';

/** How sure the reference is. Only lines with a valid-from day are ever applied. */
export type Certainty =
	/** Read in the law's own text. */
	| 'read'
	/** Read in a source that quotes it; a lawyer has to confirm. */
	| 'secondary'
	/** A proposal: not law, listed so that nobody has to discover it. */
	| 'proposed';

/** Under which law the board works. */
export const regimes = ['sol', 'lss-private'] as const;
export type Regime = (typeof regimes)[number];

export interface RetentionException {
	readonly id: 'research-county' | 'research-birthday';
	readonly law: string;
	readonly certainty: Certainty;
}

/** Counties (first two digits of the municipality code) and municipalities where records are kept for research. */
export const researchCounties: Readonly<Record<string, string>> = {
	'05': 'Östergötlands län',
	'09': 'Gotlands län',
	'22': 'Västernorrlands län'
};
export const researchMunicipalities: Readonly<Record<string, string>> = { '1480': 'Göteborg' };
/** Elsewhere: whoever is born on one of these days of the month. */
export const researchBirthdays: readonly number[] = [5, 15, 25];

const researchLaw =
	'13 kap. 1 § socialtjänstförordningen (2025:468), handlingar som avses i 16 kap. 4 § och 17 kap. 5 § SoL';

export const retentionExceptions: Readonly<Record<RetentionException['id'], RetentionException>> = {
	'research-county': { id: 'research-county', law: researchLaw, certainty: 'read' },
	'research-birthday': { id: 'research-birthday', law: researchLaw, certainty: 'read' }
};

export interface RetentionRule {
	readonly id: string;
	readonly regime: Regime;
	readonly law: string;
	readonly certainty: Certainty;
	/** What starts the clock: the last note in the person's record, which is closed. */
	readonly trigger: 'last-note';
	readonly years: number;
	/** By when it has to be done once the years have passed. */
	readonly finish: 'end-of-next-calendar-year' | 'at-once';
	readonly exceptions: readonly RetentionException['id'][];
	/** Null: never applied. */
	readonly validFrom: LocalDate | null;
	/** The last day it holds; null while no end is known. */
	readonly validTo: LocalDate | null;
}

const day = (text: string): LocalDate => text as LocalDate;

export const retentionRules: readonly RetentionRule[] = [
	{
		id: 'sol-record-2001',
		regime: 'sol',
		law: '12 kap. 1–2 §§ socialtjänstlagen (2001:453)',
		certainty: 'secondary',
		trigger: 'last-note',
		years: 5,
		finish: 'end-of-next-calendar-year',
		exceptions: ['research-county', 'research-birthday'],
		validFrom: day('2002-01-01'),
		validTo: day('2025-06-30')
	},
	{
		id: 'sol-record',
		regime: 'sol',
		law: '16 kap. socialtjänstlagen (2025:400), motsvarar 12 kap. 1–2 §§ i 2001 års lag',
		certainty: 'secondary',
		trigger: 'last-note',
		years: 5,
		finish: 'end-of-next-calendar-year',
		exceptions: ['research-county', 'research-birthday'],
		validFrom: day('2025-07-01'),
		validTo: null
	},
	{
		id: 'lss-private-record',
		regime: 'lss-private',
		law: 'LSS, enskild verksamhet (SFS 2007:1313)',
		certainty: 'secondary',
		trigger: 'last-note',
		years: 2,
		finish: 'at-once',
		exceptions: [],
		validFrom: day('2008-01-01'),
		validTo: null
	},
	{
		id: 'child-thirty-years',
		regime: 'sol',
		law: 'prop. 2025/26:12: vissa akter om barn bevaras 30 år från födelsen',
		certainty: 'proposed',
		trigger: 'last-note',
		years: 30,
		finish: 'end-of-next-calendar-year',
		exceptions: [],
		validFrom: null,
		validTo: null
	}
];
