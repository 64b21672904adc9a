/** What a report's figures are, each as it came out of the disclosure control. */
import type { Instrument, Scale } from '#lib/instruments/instrument.ts';
import type { CountedShare } from '#lib/outcomes/change-shares.ts';
import type { DisclosedChange } from '#lib/outcomes/disclosure/disclose-change.ts';
import type { ShownCounts } from '#lib/outcomes/disclosure/disclose-counts.ts';
import type { ShownCourse } from '#lib/outcomes/disclosure/disclose-course.ts';
import type { DisclosedDurations } from '#lib/outcomes/disclosure/disclose-durations.ts';
import type { DisclosedMeans } from '#lib/outcomes/disclosure/disclose-means.ts';
import type { DisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import type { ImprovedBounds } from '#lib/outcomes/drop-out.ts';
import type { RatePerThousand } from '#lib/outcomes/rate-per-thousand.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { ChosenScale } from './answer-question.ts';
import type { Crosstab, MeanOf } from './crosstab.ts';
import type { Counted } from './figure-footing.ts';
import type { MaterialCase } from './material.ts';
import type { ReportGrouping } from './report-groups.ts';
import type { ReportQuestion } from './report-questions.ts';

/** How the values of a counted figure are named: by a grouping, by a question's codes, or by words of their own. */
export type ValueNames =
	| { readonly kind: 'grouping'; readonly by: ReportGrouping }
	| { readonly kind: 'question'; readonly instrumentId: string; readonly question: string }
	| {
			readonly kind: 'words';
			readonly set: 'complete' | 'joint-plan' | 'came-back' | 'loss' | 'missed' | 'number' | 'bands';
	  };

export interface CountsFigure {
	readonly kind: 'counts';
	readonly key: string;
	/** 'bars' where each value is told by itself, 'stack' where they divide a whole in order. */
	readonly drawn: 'bars' | 'stack' | 'flow';
	readonly names: ValueNames;
	readonly values: readonly string[];
	/** What it is divided by; null = nothing. */
	readonly by: ReportGrouping | null;
	readonly withUnknown: string | null;
	/** What one of n is. */
	readonly unit: Counted;
	readonly counts: ShownCounts;
	/** Several values for one: shares add up to more than 100 %. */
	readonly isOverlapping: boolean;
	/** Somebody has several of the values, so that they are no parts of a whole. */
	readonly hasSeveral: boolean;
	/** Those who lack a value: the bortfall of this figure. */
	readonly missing: Shown<number>;
	/** The last value is the worst one: the highest points where lower is better. */
	readonly isWorstLast?: boolean;
}

export interface ChangeFigure {
	readonly kind: 'change';
	readonly key: 'change';
	readonly by: ReportGrouping | null;
	readonly withUnknown: string | null;
	readonly change: DisclosedChange;
	readonly scale: {
		readonly lowest: number;
		readonly highest: number;
		readonly direction: 'higher-better' | 'lower-better';
	};
	/** Measured twice, but with different versions of the form: not compared. */
	readonly otherVersions: Shown<number>;
	/** Days between most before and after measurements less than the form asks about: its answers overlap. */
	readonly isWithinRecall: boolean;
	readonly hasReliableChange: boolean;
}

export interface DurationFigure {
	readonly kind: 'durations';
	readonly key: 'durations';
	/** How long it lasted, or how long it was waited for. */
	readonly of: 'duration' | 'wait';
	readonly by: ReportGrouping | null;
	readonly withUnknown: string | null;
	readonly durations: DisclosedDurations;
}

export interface DropOutComparison {
	/** The score before, or what is grouped by. */
	readonly by: 'baseline' | ReportGrouping;
	/** Which group; empty for the score. */
	readonly value: string;
	/** Followed up less lost, in standard deviations; null without spread. */
	readonly difference: number | null;
	readonly isPointedOut: boolean;
}

export interface DropOutFigure {
	readonly kind: 'drop-out';
	readonly key: 'drop-out';
	/** Of those whose time has come. */
	readonly followedUp: Shown<CountedShare>;
	readonly lost: Shown<CountedShare>;
	/** Empty when one of the two is so small that a figure would tell about persons. */
	readonly comparisons: readonly DropOutComparison[];
	/** The share improved if none and if all of those lost had improved; null when enough were followed up. */
	readonly bounds: { readonly pairs: number; readonly improved: Shown<ImprovedBounds> } | null;
	readonly direction: Scale['direction'];
}

export interface MeansFigure {
	readonly kind: 'means';
	readonly key: 'means';
	readonly rows: ReportGrouping;
	readonly columns: ReportGrouping;
	readonly columnValues: readonly string[];
	/** Of a change: above nought is better. */
	readonly of: MeanOf;
	readonly means: DisclosedMeans;
	/** Cases without the score. */
	readonly missing: Shown<number>;
	readonly isOverlapping: boolean;
	readonly scale: ChangeFigure['scale'];
}

/** The same persons before, after and later. */
export interface CourseFigure {
	readonly kind: 'course';
	readonly key: 'course';
	readonly course: Shown<ShownCourse>;
	readonly scale: ChangeFigure['scale'];
}

/** Persons per 1 000 of a population that the one who asks has written. */
export interface RateFigure {
	readonly kind: 'rate';
	readonly key: 'rate';
	readonly population: number;
	readonly told: Shown<RatePerThousand & { readonly persons: number }>;
}

export type ReportFigure =
	CountsFigure | ChangeFigure | CourseFigure | DurationFigure | DropOutFigure | MeansFigure | RateFigure;

export interface FigureInput {
	readonly question: ReportQuestion;
	readonly cases: readonly MaterialCase[];
	readonly by: ReportGrouping | null;
	readonly rule: DisclosureRule;
	readonly crosstab: Crosstab | null;
	/** Inhabitants, as whoever asks has written it; null where nothing is. */
	readonly population: number | null;
	readonly seenOn: LocalDate;
	readonly measure: ChosenScale | null;
	readonly opinion: Instrument | null;
}
