/** What is written in and about an action plan, and how it is read. */
import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { optionalDate, requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';

export const maxCommentLength = 2000;
export const maxTextLength = 8000;
export const tooLong = () => m.staff_case_new_too_long({ max: maxCommentLength });
const textTooLong = () => m.staff_case_new_too_long({ max: maxTextLength });

/** A day that is today or later. */
export function dayFromToday(today: LocalDate) {
	return v.pipe(
		requiredDate(() => m.staff_case_new_date_wrong({ example: today })),
		v.check((day) => day >= today, m.action_day_passed)
	);
}

const draftText = v.pipe(v.optional(v.string(), ''), v.maxLength(maxTextLength, textTooLong));
const shortText = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(200, () => m.staff_case_new_too_long({ max: 200 }))
);

/** What is kept on the way: anything may still be missing, but a day must be a day. */
export function draftSchema(today: LocalDate) {
	return v.object({
		seen: draftText,
		measures: draftText,
		responsible: shortText,
		doneBy: optionalDate(() => m.staff_case_new_date_wrong({ example: today })),
		followUp: draftText
	});
}

/** What is sent in: the board needs to know what, who and when. */
export function sentSchema(today: LocalDate) {
	return v.object({
		seen: requiredText(m.action_seen_missing, maxTextLength, textTooLong),
		measures: requiredText(m.action_measures_missing, maxTextLength, textTooLong),
		responsible: requiredText(m.action_responsible_missing, 200, () =>
			m.staff_case_new_too_long({ max: 200 })
		),
		doneBy: requiredDate(() => m.action_done_by_missing({ example: today })),
		followUp: requiredText(m.action_follow_up_missing, maxTextLength, textTooLong)
	});
}
