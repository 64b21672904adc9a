/**
 * A follow-up plan as data: which measures, asked of whom, at which occasions, with which windows. Everything in "what is
 * measured when" of seventeen services is said with it (Göteborgs Stad 2024, Kartläggning av individbaserade systematiska
 * uppföljningar; Socialstyrelsen, Systematisk uppföljning – beskrivning och exempel).
 */
import type { Occasion } from '../cases/case.ts';
import type { Respondent } from '../instruments/instrument.ts';
import type { Span } from './span.ts';

/** The days in a case that occasions are counted from. Those of the intervention are of the one the plan was started for. */
export const anchors = ['case-start', 'case-end', 'intervention-start', 'intervention-end'] as const;
export type Anchor = (typeof anchors)[number];

/** A stretch of a daily measurement: two weeks before, three during, three when the help is wound down. */
export interface DailyPhase {
	readonly name: string;
	readonly days: number;
	readonly phase: Occasion;
}

/** When an occasion is, in relation to a case's days. */
export type Timing =
	/** Once, a time after the anchor (before it when negative), from so many days before to so many after. */
	| {
			readonly kind: 'once';
			readonly anchor: Anchor;
			readonly after: Span;
			readonly daysBefore: number;
			readonly daysAfter: number;
	  }
	/** Once, any day between two: "4–8 months after the end". */
	| { readonly kind: 'between'; readonly anchor: Anchor; readonly from: Span; readonly to: Span }
	/** So many times while it is going on, as long apart. Those that would fall after the end are not expected. */
	| {
			readonly kind: 'times';
			readonly anchor: 'case-start' | 'intervention-start';
			readonly times: number;
			readonly every: Span;
			readonly daysBefore: number;
			readonly daysAfter: number;
	  }
	/**
	 * Again and again while it is going on, counted from the one before: not before `notBefore`, at latest `atLatest`.
	 * `isLimit` refuses what comes too soon ("at most once per half-year").
	 */
	| {
			readonly kind: 'interval';
			readonly anchor: 'case-start' | 'intervention-start';
			readonly notBefore: Span;
			readonly atLatest: Span;
			readonly isLimit: boolean;
			/** Whether the first may be at once, or only after the same time as the others. */
			readonly first: 'at-once' | 'later';
	  }
	/** Every day for a while, in phases. A day can be made up for on the days after, so many. */
	| {
			readonly kind: 'daily';
			readonly anchor: 'case-start' | 'intervention-start';
			readonly after: Span;
			readonly phases: readonly DailyPhase[];
			readonly daysAfter: number;
	  };

export const timingKinds = ['once', 'between', 'times', 'interval', 'daily'] as const;
export type TimingKind = Timing['kind'];

export interface OccasionRule {
	/** Names the rule within the plan and through its versions: `start`, `after-6-months`. */
	readonly key: string;
	/** What people call it: "Vid start". */
	readonly name: string;
	/** What its answers are before or after, for comparisons. A daily one has it per phase. */
	readonly phase: Occasion;
	readonly timing: Timing;
}

/** What is measured. */
export type Measure =
	| { readonly kind: 'instrument'; readonly instrumentId: string }
	/** A form or interview that is kept elsewhere (UngDOK, CORE-OM): here only that it was done, and when. */
	| { readonly kind: 'outside'; readonly name: string }
	/** The level reached of the goals in the case (målrelaterad uppföljning, MUS). */
	| { readonly kind: 'goal-levels' };

export interface PlanLine {
	/** Names the line within the plan and through its versions. */
	readonly key: string;
	readonly measure: Measure;
	readonly respondent: Respondent;
	/** Whether the person is told that it is up to them. An answer is always voluntary for a client; this is the plan's word. */
	readonly isVoluntary: boolean;
	/** Keys of the occasions at which it is asked. */
	readonly at: readonly string[];
}

export interface Plan {
	readonly name: string;
	/** The service (verksamhet) it is for. */
	readonly service: string;
	/** What the follow-up is for; said to whoever is asked. */
	readonly purpose: string;
	readonly occasions: readonly OccasionRule[];
	readonly lines: readonly PlanLine[];
}
