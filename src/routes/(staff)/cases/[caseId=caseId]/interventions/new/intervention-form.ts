import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import type { ProviderId } from '#lib/shared/ids.ts';
import { parseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { chosenId, optionalDate, requiredText } from '#lib/shared/server/form-fields.ts';

const maxNameLength = 120;

/** What is written when an intervention is added; `today` is only the example in the sentences. */
export function interventionFormSchema(today: LocalDate) {
	const dateWrong = () => m.staff_case_new_date_wrong({ example: today });
	return v.pipe(
		v.object({
			name: requiredText(m.staff_intervention_name_missing, maxNameLength, () =>
				m.staff_case_new_too_long({ max: maxNameLength })
			),
			providerId: chosenId(parseId<ProviderId>, m.staff_intervention_provider_missing),
			decidedOn: optionalDate(dateWrong),
			startedOn: optionalDate(dateWrong),
			endedOn: optionalDate(dateWrong)
		}),
		v.forward(
			v.check(
				({ startedOn, endedOn }) => startedOn === null || endedOn === null || startedOn <= endedOn,
				m.staff_intervention_ended_before_start
			),
			['endedOn']
		)
	);
}
