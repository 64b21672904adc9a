/** A line of a plan as a form: what is measured, of whom, at which occasions. */
import * as v from 'valibot';
import type { Respondent } from '#lib/instruments/instrument.ts';
import type { Measure, PlanLine } from '#lib/plans/plan.ts';
import { m } from '#lib/paraglide/messages.js';
import { choice, requiredText } from '#lib/shared/server/form-fields.ts';

export const respondents = [
	'client',
	'child',
	'parent',
	'relative',
	'staff',
	'provider'
] as const satisfies readonly Respondent[];

const longest = 120;
const tooLong = () => m.plans_too_long({ max: longest });

export const lineFormSchema = v.object({
	measure: requiredText(m.plans_field_missing, longest, tooLong),
	outsideName: v.pipe(v.optional(v.string(), ''), v.maxLength(longest, tooLong)),
	respondent: choice(respondents, m.plans_field_missing),
	isVoluntary: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => text === 'yes')
	)
});

/** What is measured as the value of a choice. */
export function nameMeasure(measure: Measure): string {
	return measure.kind === 'instrument' ? `instrument:${measure.instrumentId}` : measure.kind;
}

/** The measure that a choice names; an unknown one is an instrument that there is not, which the plan's check says. */
export function toMeasure(value: string, outsideName: string): Measure {
	if (value === 'outside') return { kind: 'outside', name: outsideName };
	if (value === 'goal-levels') return { kind: 'goal-levels' };
	return { kind: 'instrument', instrumentId: value.replace(/^instrument:/, '') };
}

export function toLineFields(line: PlanLine | null): Record<string, string> {
	if (!line) return {};
	const { measure, respondent, isVoluntary } = line;
	return {
		measure: nameMeasure(measure),
		outsideName: measure.kind === 'outside' ? measure.name : '',
		respondent,
		isVoluntary: isVoluntary ? 'yes' : ''
	};
}
