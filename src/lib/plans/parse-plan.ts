/** Reads a plan from what a file, a row or a form holds. What it means is tried by `checkPlan`. */
import * as v from 'valibot';
import { ok, refuse, type Result } from '../shared/result.ts';
import { anchors, type Plan } from './plan.ts';
import { spanUnits } from './span.ts';

const key = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));
const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3660));
const span = v.strictObject({
	count: v.pipe(v.number(), v.integer(), v.minValue(-3660), v.maxValue(3660)),
	unit: v.picklist(spanUnits)
});
const starts = v.picklist(['case-start', 'intervention-start']);
const phase = v.picklist(['before', 'during', 'after', 'follow-up']);

const timing = v.variant('kind', [
	v.strictObject({
		kind: v.literal('once'),
		anchor: v.picklist(anchors),
		after: span,
		daysBefore: days,
		daysAfter: days
	}),
	v.strictObject({ kind: v.literal('between'), anchor: v.picklist(anchors), from: span, to: span }),
	v.strictObject({
		kind: v.literal('times'),
		anchor: starts,
		times: days,
		every: span,
		daysBefore: days,
		daysAfter: days
	}),
	v.strictObject({
		kind: v.literal('interval'),
		anchor: starts,
		notBefore: span,
		atLatest: span,
		isLimit: v.boolean(),
		first: v.picklist(['at-once', 'later'])
	}),
	v.strictObject({
		kind: v.literal('daily'),
		anchor: starts,
		after: span,
		phases: v.array(v.strictObject({ name: text(80), days, phase })),
		daysAfter: days
	})
]);

const measure = v.variant('kind', [
	v.strictObject({ kind: v.literal('instrument'), instrumentId: v.string() }),
	v.strictObject({ kind: v.literal('outside'), name: text(120) }),
	v.strictObject({ kind: v.literal('goal-levels') })
]);

const plan = v.strictObject({
	name: text(120),
	service: text(160),
	purpose: text(1000),
	occasions: v.array(v.strictObject({ key, name: text(80), phase, timing })),
	lines: v.array(
		v.strictObject({
			key,
			measure,
			respondent: v.picklist(['client', 'child', 'parent', 'relative', 'staff', 'provider']),
			isVoluntary: v.boolean(),
			at: v.array(key)
		})
	)
});

/** The value as a plan, or where it is not one: `occasions.0.timing.times`. */
export function parsePlan(value: unknown): Result<Plan, readonly string[]> {
	const read = v.safeParse(plan, value);
	return read.success
		? ok(read.output)
		: refuse(read.issues.map((issue) => v.getDotPath(issue) ?? issue.message));
}
