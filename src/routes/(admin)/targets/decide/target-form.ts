import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choice, optionalText, requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';
import { parseThousandths } from '#lib/targets/parse-points.ts';
import type { GoalChoice } from './goal-choices.ts';

const maxLength = 200;
const tooLong = () => m.staff_case_new_too_long({ max: maxLength });

/** What is written when a target is decided, for one of the goals that can have one. */
export function targetFormSchema(goals: readonly GoalChoice[], today: LocalDate) {
	return v.object({
		year: v.pipe(
			v.optional(v.string(), ''),
			v.regex(/^(19|20)\d{2}$/, m.staff_target_year_wrong),
			v.transform(Number)
		),
		law: choice(['sol', 'lss'], m.staff_target_law_missing),
		goal: v.pipe(
			v.optional(v.string(), ''),
			v.check((text) => goals.some(({ value }) => value === text), m.staff_target_item_missing)
		),
		words: optionalText(maxLength, tooLong),
		points: v.pipe(
			v.optional(v.string(), ''),
			v.check((text) => parseThousandths(text) !== undefined, m.staff_target_points_wrong),
			v.transform((text) => parseThousandths(text) ?? 0)
		),
		comparison: choice(['unrounded', 'rounded-2'], m.staff_target_comparison_missing),
		decidedOn: v.pipe(
			requiredDate(() => m.staff_case_new_date_wrong({ example: today })),
			v.check((day) => day <= today, m.staff_case_new_date_future)
		),
		decisionReference: requiredText(m.staff_target_reference_missing, maxLength, tooLong)
	});
}
