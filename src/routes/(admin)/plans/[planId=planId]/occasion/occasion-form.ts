/** An occasion as a form: fields per kind of timing, read into a rule and filled from one. */
import * as v from 'valibot';
import { anchors, timingKinds, type Anchor, type OccasionRule, type Timing } from '#lib/plans/plan.ts';
import { spanUnits, type Span } from '#lib/plans/span.ts';
import { occasions } from '#lib/cases/case.ts';
import { m } from '#lib/paraglide/messages.js';
import { choice, requiredText } from '#lib/shared/server/form-fields.ts';
import { unreachable } from '#lib/shared/unreachable.ts';
import { phaseSlots } from './phase-slots.ts';

export const startAnchors = ['case-start', 'intervention-start'] as const satisfies readonly Anchor[];
const longestName = 80;

const whole = v.pipe(
	v.optional(v.string(), ''),
	v.check((text) => /^\d{1,3}$/.test(text), m.plans_number_wrong),
	v.transform(Number)
);
const unit = choice(spanUnits, m.plans_field_missing);
const name = requiredText(m.plans_field_missing, longestName, () => m.plans_too_long({ max: longestName }));
const phase = choice(occasions, m.plans_field_missing);
const starts = choice(startAnchors, m.plans_field_missing);
const way = choice(['after', 'before'], m.plans_field_missing);
const about = { name };

const schemas = {
	once: v.object({
		...about,
		phase,
		anchor: choice(anchors, m.plans_field_missing),
		after: whole,
		afterUnit: unit,
		way,
		daysBefore: whole,
		daysAfter: whole
	}),
	between: v.object({
		...about,
		phase,
		anchor: choice(anchors, m.plans_field_missing),
		from: whole,
		fromUnit: unit,
		to: whole,
		toUnit: unit
	}),
	times: v.object({
		...about,
		phase,
		anchor: starts,
		times: whole,
		every: whole,
		everyUnit: unit,
		daysBefore: whole,
		daysAfter: whole
	}),
	interval: v.object({
		...about,
		phase,
		anchor: starts,
		notBefore: whole,
		notBeforeUnit: unit,
		atLatest: whole,
		atLatestUnit: unit,
		isLimit: choice(['yes', 'no'], m.plans_field_missing),
		first: choice(['at-once', 'later'], m.plans_field_missing)
	}),
	daily: v.looseObject({
		...about,
		anchor: starts,
		after: whole,
		afterUnit: unit,
		way,
		daysAfter: whole
	})
} as const;

export type OccasionKind = keyof typeof schemas;
export const isOccasionKind = (text: string | null | undefined): text is OccasionKind =>
	timingKinds.some((kind) => kind === text);

export type OccasionForm = {
	readonly name: string;
	readonly phase: OccasionRule['phase'];
	readonly timing: Timing;
};

/** The schema for one kind of timing; what it reads is what `putOccasion` takes, but for the key. */
export function occasionFormSchema(
	kind: OccasionKind
): v.GenericSchema<Record<string, unknown>, OccasionForm> {
	switch (kind) {
		case 'once':
			return v.pipe(
				schemas.once,
				v.transform(({ name, phase, anchor, after, afterUnit, way, daysBefore, daysAfter }) => ({
					name,
					phase,
					timing: { kind, anchor, after: toSpan(after, afterUnit, way), daysBefore, daysAfter }
				}))
			);
		case 'between':
			return v.pipe(
				schemas.between,
				v.transform(({ name, phase, anchor, from, fromUnit, to, toUnit }) => ({
					name,
					phase,
					timing: { kind, anchor, from: toSpan(from, fromUnit), to: toSpan(to, toUnit) }
				}))
			);
		case 'times':
			return v.pipe(
				schemas.times,
				v.transform(({ name, phase, anchor, times, every, everyUnit, daysBefore, daysAfter }) => ({
					name,
					phase,
					timing: { kind, anchor, times, every: toSpan(every, everyUnit), daysBefore, daysAfter }
				}))
			);
		case 'interval':
			return v.pipe(
				schemas.interval,
				v.transform(({ name, phase, anchor, first, isLimit, ...spans }) => ({
					name,
					phase,
					timing: {
						kind,
						anchor,
						first,
						isLimit: isLimit === 'yes',
						notBefore: toSpan(spans.notBefore, spans.notBeforeUnit),
						atLatest: toSpan(spans.atLatest, spans.atLatestUnit)
					}
				}))
			);
		case 'daily':
			return v.pipe(
				schemas.daily,
				v.transform(({ name, anchor, after, afterUnit, way, daysAfter, ...rest }) => ({
					name,
					phase: 'during' as const,
					timing: {
						kind,
						anchor,
						after: toSpan(after, afterUnit, way),
						daysAfter,
						phases: readPhases(rest)
					}
				}))
			);
		default:
			return unreachable(kind);
	}
}

function toSpan(count: number, unit: Span['unit'], way: 'after' | 'before' = 'after'): Span {
	return { count: way === 'before' && count > 0 ? -count : count, unit };
}

/** Those that have a name or a number of days; what is missing in one is a fault of the plan. */
function readPhases(fields: Readonly<Record<string, unknown>>) {
	return phaseSlots.flatMap((slot) => {
		const text = (key: string): string => {
			const value = fields[`${key}${slot}`];
			return typeof value === 'string' ? value : '';
		};
		if (text('phaseName') === '' && text('phaseDays') === '') return [];
		const of = occasions.find((phase) => phase === text('phaseOf')) ?? 'during';
		const days = /^\d{1,3}$/.test(text('phaseDays')) ? Number(text('phaseDays')) : 0;
		return [{ name: text('phaseName').slice(0, longestName), days, phase: of }];
	});
}

/** The fields of a rule as the form shows them; of a new one what most would choose. */
export function toOccasionFields(
	kind: OccasionKind,
	rule: Pick<OccasionRule, 'name' | 'phase' | 'timing'> | null
): Record<string, string> {
	const timing = rule?.timing.kind === kind ? rule.timing : startingPoint[kind];
	const base = { name: rule?.name ?? '', phase: rule?.phase ?? '', anchor: timing.anchor };
	switch (timing.kind) {
		case 'once':
			return { ...base, ...afterFields(timing.after), ...windowFields(timing) };
		case 'between':
			return { ...base, ...spanFields('from', timing.from), ...spanFields('to', timing.to) };
		case 'times':
			return {
				...base,
				times: String(timing.times),
				...spanFields('every', timing.every),
				...windowFields(timing)
			};
		case 'interval':
			return {
				...base,
				...spanFields('notBefore', timing.notBefore),
				...spanFields('atLatest', timing.atLatest),
				isLimit: timing.isLimit ? 'yes' : 'no',
				first: timing.first
			};
		case 'daily':
			return {
				...base,
				...afterFields(timing.after),
				daysAfter: String(timing.daysAfter),
				...Object.fromEntries(
					timing.phases.flatMap(({ name, days, phase }, index) => [
						[`phaseName${index + 1}`, name],
						[`phaseDays${index + 1}`, String(days)],
						[`phaseOf${index + 1}`, phase]
					])
				)
			};
		default:
			return unreachable(timing);
	}
}

function spanFields(field: string, { count, unit }: Span): Record<string, string> {
	return { [field]: String(Math.abs(count)), [`${field}Unit`]: unit };
}

function afterFields(after: Span): Record<string, string> {
	return { ...spanFields('after', after), way: after.count < 0 ? 'before' : 'after' };
}

function windowFields(timing: { readonly daysBefore: number; readonly daysAfter: number }) {
	return { daysBefore: String(timing.daysBefore), daysAfter: String(timing.daysAfter) };
}

const month = (count: number): Span => ({ count, unit: 'month' });
const startingPoint: { readonly [K in OccasionKind]: Extract<Timing, { kind: K }> } = {
	once: { kind: 'once', anchor: 'intervention-start', after: month(0), daysBefore: 14, daysAfter: 30 },
	between: { kind: 'between', anchor: 'intervention-end', from: month(4), to: month(8) },
	times: {
		kind: 'times',
		anchor: 'intervention-start',
		times: 4,
		every: month(2),
		daysBefore: 14,
		daysAfter: 21
	},
	interval: {
		kind: 'interval',
		anchor: 'case-start',
		notBefore: month(6),
		atLatest: month(12),
		isLimit: true,
		first: 'at-once'
	},
	daily: {
		kind: 'daily',
		anchor: 'intervention-start',
		after: { count: 0, unit: 'day' },
		phases: [],
		daysAfter: 1
	}
};
