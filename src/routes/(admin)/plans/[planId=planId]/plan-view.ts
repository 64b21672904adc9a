/** A plan in ready words: its occasions, its lines, its faults and its time line. */
import { checkPlan, type PlanFault } from '#lib/plans/check-plan.ts';
import type { Measure, Plan } from '#lib/plans/plan.ts';
import { drawTimeline } from '#lib/plans/timeline.ts';
import { faultSentence, timingSentence } from '#lib/plans/ui/plan-words.ts';
import type { TimelineView } from '#lib/plans/ui/timeline-view.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { occasionLabel, respondentLabel } from '../../../labels.ts';

interface Input {
	readonly plan: Plan;
	readonly findInstrument: (id: string) => Instrument | null;
	readonly nameInstrument: (id: string) => string;
}

export function toOccasionViews(plan: Plan) {
	return plan.occasions.map(({ key, name, phase, timing }) => ({
		key,
		name: name === '' ? m.plans_occasion_title() : name,
		phase: timing.kind === 'daily' ? null : occasionLabel(phase),
		when: timingSentence(timing)
	}));
}

export function toLineViews({ plan, nameInstrument }: Pick<Input, 'plan' | 'nameInstrument'>) {
	return plan.lines.map(({ key, measure, respondent, isVoluntary, at }) => ({
		key,
		what: measureLabel(measure, nameInstrument),
		who: respondentLabel(respondent),
		isVoluntary,
		isOutside: measure.kind === 'outside',
		when: plan.occasions.filter((rule) => at.includes(rule.key)).map(({ name }) => name)
	}));
}

export function measureLabel(measure: Measure, nameInstrument: (id: string) => string): string {
	if (measure.kind === 'instrument') return nameInstrument(measure.instrumentId);
	return measure.kind === 'outside' ? measure.name : m.plans_line_goals();
}

/** What keeps the plan from being published, each with the way to where it is corrected. */
export function toFaultViews(here: string, { plan, findInstrument, nameInstrument }: Input) {
	return checkPlan(plan, findInstrument).map((fault) => ({
		text: faultText(fault, plan, nameInstrument),
		href: faultHref(fault, plan, here)
	}));
}

function faultText({ code, at }: PlanFault, plan: Plan, nameInstrument: Input['nameInstrument']): string {
	if (at.part === 'plan') return faultSentence(code, { name: plan.name, respondent: '' });
	if (at.part === 'occasion') {
		return faultSentence(code, { name: plan.occasions[at.index]?.name ?? '', respondent: '' });
	}
	const line = plan.lines[at.index];
	return faultSentence(code, {
		name: line ? measureLabel(line.measure, nameInstrument) : '',
		respondent: line ? respondentLabel(line.respondent).toLocaleLowerCase('sv') : ''
	});
}

function faultHref({ code, at }: PlanFault, plan: Plan, here: string): string {
	if (at.part === 'occasion') return `${here}/occasion?key=${plan.occasions[at.index]?.key ?? ''}`;
	if (at.part === 'line') return `${here}/line?key=${plan.lines[at.index]?.key ?? ''}`;
	if (code === 'no-occasions') return `${here}/occasion`;
	return code === 'no-lines' ? `${here}/line` : `${here}/about`;
}

/** The plan along an imagined case; null while there is nothing to draw. */
export function toTimelineView(
	{ plan, nameInstrument }: Pick<Input, 'plan' | 'nameInstrument'>,
	today: LocalDate
): TimelineView | null {
	const { rows, start, end, months } = drawTimeline(plan, today);
	if (rows.every(({ bars }) => bars.length === 0)) return null;
	return {
		start,
		end,
		months: months.map(({ month, at }) => ({
			at,
			label: month === 0 ? m.plans_preview_zero() : m.plans_preview_month({ month })
		})),
		rows: rows.map(({ line, bars }) => {
			const of = plan.lines.find(({ key }) => key === line);
			const what = of
				? `${measureLabel(of.measure, nameInstrument)}, ${respondentLabel(of.respondent).toLocaleLowerCase('sv')}`
				: line;
			return {
				key: line,
				label: what,
				sentence:
					bars.length === 1
						? m.plans_preview_row_one({ what })
						: m.plans_preview_row({ what, count: bars.length }),
				bars
			};
		})
	};
}
