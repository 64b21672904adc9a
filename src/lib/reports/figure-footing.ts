/** What stands under every figure, on every way out: a figure without it is not finished. */
import type { LocalDate } from '#lib/shared/local-date.ts';

/** What one of n is. A person with two interventions is one person and two interventions. */
export type Counted = 'persons' | 'interventions' | 'cases' | 'responses';

export interface ReportPeriod {
	readonly from: LocalDate;
	/** Included. */
	readonly to: LocalDate;
}

export interface FigureFooting {
	readonly counted: Counted;
	readonly n: number;
	/** Those it should have been about but who lack what the figure needs. */
	readonly missing: number;
	readonly period: ReportPeriod;
	/** Null when the figure is not from an instrument. */
	readonly instrument: { readonly id: string; readonly version: string } | null;
}
