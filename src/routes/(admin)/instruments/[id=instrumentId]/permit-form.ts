import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';

const maxLength = 200;

/** Who holds the permit, since when, and how it can be found. */
export function permitFormSchema(today: LocalDate) {
	const tooLong = () => m.staff_case_new_too_long({ max: maxLength });
	return v.object({
		holder: requiredText(m.staff_permit_holder_missing, maxLength, tooLong),
		grantedOn: v.pipe(
			requiredDate(() => m.staff_case_new_date_wrong({ example: today })),
			v.check((day) => day <= today, m.staff_case_new_date_future)
		),
		reference: requiredText(m.staff_permit_reference_missing, maxLength, tooLong)
	});
}
