/** What the comparison of measurements shows, as ready words; made in the route from scores and changes. */
import type { ChangeChartInput } from '#lib/charts/change-geometry.ts';
import type { ChartTable } from '#lib/charts/chart.ts';

/** What one source's limits say about one measurement: a verdict, or the lines that could apply. */
export interface BandWords {
	readonly lines: readonly string[];
	readonly isVerdict: boolean;
}

export interface BandSource {
	readonly source: string;
	/** Tags of the instrument's list of sources. */
	readonly tags: string;
	/** Said when the limits are not from a checked source. */
	readonly caution: string | null;
	readonly isDefault: boolean;
	/** One per measurement, in the measurements' order. */
	readonly verdicts: readonly BandWords[];
}

export interface MeasurementView {
	readonly href: string;
	readonly occasion: string;
	readonly date: string;
	readonly who: string;
	/** Null when there is none; then `noScore` says why. */
	readonly score: string | null;
	readonly outOf: string;
	readonly noScore: string | null;
	/** The ends the score would lie between, or how it was scaled up. */
	readonly notes: readonly string[];
}

export interface ChangeView {
	/** "18 poäng lägre – bättre", or why there is no difference. */
	readonly sentence: string;
	readonly verdict: 'better' | 'worse' | 'unchanged' | 'unknown';
	/** Band before → after, days between, measurement error: each a sentence. */
	readonly details: readonly string[];
}

/** All measurements of a scale in order of time, for the chart. */
export interface ScaleChart {
	readonly title: string;
	readonly lead: string;
	readonly summary: string;
	readonly note: string;
	readonly input: ChangeChartInput;
	readonly table: ChartTable;
}

export interface ScaleView {
	readonly name: string;
	readonly title: string;
	readonly range: string;
	/** One, or the two that are set side by side. */
	readonly measurements: readonly MeasurementView[];
	readonly bandSources: readonly BandSource[];
	readonly bandsUnknownBecause: string | null;
	readonly change: ChangeView | null;
	/** Null with fewer than two measurements. */
	readonly chart: ScaleChart | null;
}

/** One instrument answered by one respondent. */
export interface ComparisonView {
	readonly key: string;
	readonly title: string;
	readonly respondent: string;
	/** The scale shown large; null when the instrument has several of equal weight, or none. */
	readonly main: ScaleView | null;
	/** The range of all scales when it is the same and there is no main one. */
	readonly range: string | null;
	/** The other scales; all of them when there is no main one. */
	readonly others: readonly ScaleView[];
	/** Which measurements are compared when there are more than two. */
	readonly pairNote: string | null;
	/** Answers that somebody responsible must see, with the way to them. */
	readonly attentions: readonly { readonly href: string; readonly text: string }[];
	/** Recall periods that overlap, versions that differ. */
	readonly warnings: readonly string[];
	/** Links to the answers, for what has no scales. */
	readonly answers: readonly { readonly href: string; readonly label: string }[];
}
