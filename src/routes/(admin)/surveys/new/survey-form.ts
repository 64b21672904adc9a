import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choice, requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';
import { purposes } from '#lib/surveys/survey.ts';

const maxTitleLength = 120;

/** What is written when an anonymous survey is opened. The providers come apart, since there may be several. */
export function surveyFormSchema(today: LocalDate) {
	const dateWrong = () => m.staff_case_new_date_wrong({ example: today });
	return v.pipe(
		v.object({
			title: requiredText(m.staff_survey_new_name_missing, maxTitleLength, () =>
				m.staff_case_new_too_long({ max: maxTitleLength })
			),
			purpose: choice(purposes, m.staff_survey_new_purpose_missing),
			instrumentId: v.pipe(v.optional(v.string(), ''), v.nonEmpty(m.staff_survey_new_instrument_missing)),
			opensOn: requiredDate(dateWrong),
			closesOn: requiredDate(dateWrong)
		}),
		v.forward(
			v.check(({ opensOn, closesOn }) => opensOn <= closesOn, m.staff_survey_new_closes_before),
			['closesOn']
		)
	);
}

/** The chosen providers' ids, each once. */
export function readProviderIds(data: FormData): ProviderId[] {
	const chosen = data.getAll('providerIds').flatMap((text) => parseId<ProviderId>(String(text)) ?? []);
	return [...new Set(chosen)];
}
