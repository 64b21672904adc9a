/** What the board has decided that a provider should reach (målpoäng), for one question and one year. */
import type { LocalDate } from '#lib/shared/local-date.ts';

/** The law the goal belongs to. */
export type TargetLaw = 'sol' | 'lss';

/** Whether the rule compares the exact mean or the mean rounded to two decimals: the board's own choice. */
export type Comparison = 'unrounded' | 'rounded-2';

export interface Target {
	readonly year: number;
	readonly law: TargetLaw;
	readonly instrumentId: string;
	readonly item: string;
	/** The goal in the board's words. */
	readonly goal: string;
	/** Thousandths of a point, so that 2,60 is exactly 2600. */
	readonly thousandths: number;
	readonly comparison: Comparison;
	readonly decidedOn: LocalDate;
	/** Paragraph of the minutes. */
	readonly decisionReference: string;
}
