/** Plans in words: when, what, and what is wrong. */
import { m } from '#lib/paraglide/messages.js';
import type { Standing } from '../assess-occasion.ts';
import type { PlanFaultCode } from '../check-plan.ts';
import type { MissedReason } from '../occasion.ts';
import type { Anchor, Timing, TimingKind } from '../plan.ts';
import type { Span, SpanUnit } from '../span.ts';
import { unreachable } from '#lib/shared/unreachable.ts';

type Word = () => string;

const anchorWords: Record<Anchor, { readonly on: Word; readonly from: Word }> = {
	'case-start': { on: m.plans_when_on_case_start, from: m.plans_anchor_case_start },
	'case-end': { on: m.plans_when_on_case_end, from: m.plans_anchor_case_end },
	'intervention-start': {
		on: m.plans_when_on_intervention_start,
		from: m.plans_anchor_intervention_start
	},
	'intervention-end': { on: m.plans_when_on_intervention_end, from: m.plans_anchor_intervention_end }
};
export const anchorLabel = (anchor: Anchor): string => anchorWords[anchor].from();

const unitWords: Record<SpanUnit, Word> = {
	day: m.plans_unit_day,
	week: m.plans_unit_week,
	month: m.plans_unit_month
};
export const unitLabel = (unit: SpanUnit): string => unitWords[unit]();

const kindWords: Record<TimingKind, { readonly label: Word; readonly hint: Word }> = {
	once: { label: m.plans_kind_once, hint: m.plans_kind_once_hint },
	between: { label: m.plans_kind_between, hint: m.plans_kind_between_hint },
	times: { label: m.plans_kind_times, hint: m.plans_kind_times_hint },
	interval: { label: m.plans_kind_interval, hint: m.plans_kind_interval_hint },
	daily: { label: m.plans_kind_daily, hint: m.plans_kind_daily_hint }
};
export const kindLabel = (kind: TimingKind): string => kindWords[kind].label();
export const kindHint = (kind: TimingKind): string => kindWords[kind].hint();

const spanWords: Record<SpanUnit, { readonly one: Word; readonly many: (of: { count: number }) => string }> =
	{
		day: { one: m.plans_span_day_one, many: m.plans_span_day },
		week: { one: m.plans_span_week_one, many: m.plans_span_week },
		month: { one: m.plans_span_month_one, many: m.plans_span_month }
	};

/** "6 månader". A span backwards is said as long as it is; the way is the caller's word. */
export function spanLabel({ count, unit }: Span): string {
	const length = Math.abs(count);
	return length === 1 ? spanWords[unit].one() : spanWords[unit].many({ count: length });
}

/** When the occasion is, as a sentence without a full stop. */
export function timingSentence(timing: Timing): string {
	switch (timing.kind) {
		case 'once': {
			const when = pointWords(timing.anchor, timing.after);
			const { daysBefore, daysAfter } = timing;
			if (daysBefore === 0 && daysAfter === 0) return when;
			return m.plans_when_window({
				when,
				before: spanLabel({ count: daysBefore, unit: 'day' }),
				after: spanLabel({ count: daysAfter, unit: 'day' })
			});
		}
		case 'between':
			return m.plans_when_between({
				from: spanLabel(timing.from),
				to: spanLabel(timing.to),
				anchor: anchorLabel(timing.anchor)
			});
		case 'times':
			return m.plans_when_times({ times: timing.times, span: spanLabel(timing.every) });
		case 'interval': {
			const spans = { notBefore: spanLabel(timing.notBefore), atLatest: spanLabel(timing.atLatest) };
			return timing.isLimit ? m.plans_when_interval_limit(spans) : m.plans_when_interval(spans);
		}
		case 'daily':
			return m.plans_when_daily({
				days: timing.phases.reduce((sum, { days }) => sum + days, 0),
				phases: timing.phases.map(({ name, days }) => m.plans_when_daily_phase({ name, days })).join(', ')
			});
		default:
			return unreachable(timing);
	}
}

function pointWords(anchor: Anchor, after: Span): string {
	if (after.count === 0) return anchorWords[anchor].on();
	const words = { span: spanLabel(after), anchor: anchorLabel(anchor) };
	return after.count > 0 ? m.plans_when_after(words) : m.plans_when_before(words);
}

const faultWords: Record<PlanFaultCode, (of: { name: string; respondent: string }) => string> = {
	'name-missing': m.plans_fault_name_missing,
	'service-missing': m.plans_fault_service_missing,
	'purpose-missing': m.plans_fault_purpose_missing,
	'no-occasions': m.plans_fault_no_occasions,
	'no-lines': m.plans_fault_no_lines,
	'key-twice': m.plans_fault_key_twice,
	'occasion-name-missing': m.plans_fault_occasion_name_missing,
	'occasion-name-twice': m.plans_fault_occasion_name_twice,
	'occasion-unused': m.plans_fault_occasion_unused,
	'times-too-few': m.plans_fault_times_too_few,
	'times-too-many': m.plans_fault_times_too_many,
	'every-too-short': m.plans_fault_every_too_short,
	'window-backwards': m.plans_fault_window_backwards,
	'window-overlaps': m.plans_fault_window_overlaps,
	'days-missing': m.plans_fault_days_missing,
	'days-too-many': m.plans_fault_days_too_many,
	'measure-missing': m.plans_fault_measure_missing,
	'instrument-unknown': m.plans_fault_instrument_unknown,
	'respondent-not-for-instrument': m.plans_fault_respondent_not_for_instrument,
	'line-twice': m.plans_fault_line_twice,
	'line-without-occasion': m.plans_fault_line_without_occasion,
	'occasion-unknown': m.plans_fault_occasion_unknown
};

/** What is wrong, with the part it is about by name. */
export function faultSentence(code: PlanFaultCode, of: { name: string; respondent: string }): string {
	return faultWords[code](of);
}

const standingWords: Record<Standing, Word> = {
	undated: m.plans_standing_undated,
	coming: m.plans_standing_coming,
	due: m.plans_standing_due,
	overdue: m.plans_standing_overdue,
	done: m.plans_standing_done,
	missed: m.plans_standing_missed,
	lapsed: m.plans_standing_lapsed
};
export const standingLabel = (standing: Standing): string => standingWords[standing]();

const reasonWords: Record<MissedReason, Word> = {
	declined: m.plans_reason_declined,
	'not-reached': m.plans_reason_not_reached,
	'broken-off': m.plans_reason_broken_off,
	'taken-into-care': m.plans_reason_taken_into_care,
	'no-interpreter': m.plans_reason_no_interpreter,
	forgotten: m.plans_reason_forgotten,
	deceased: m.plans_reason_deceased,
	moved: m.plans_reason_moved
};
export const reasonLabel = (reason: MissedReason): string => reasonWords[reason]();
