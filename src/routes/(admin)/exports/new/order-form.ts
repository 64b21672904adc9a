import * as v from 'valibot';
import { ageForms, exportFormats, exportGrounds, valueForms } from '#lib/exports/export-order.ts';
import type { ExportChoice } from '#lib/exports/server/reads/list-export-choices.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choice, optionalDate, requiredText } from '#lib/shared/server/form-fields.ts';
import { writeChoice } from '../export-words.ts';

const maxRecipientLength = 200;

/** What is filled in when a file is ordered: of the choices there are. */
export function orderFormSchema(choices: readonly ExportChoice[], today: LocalDate) {
	const dateWrong = () => m.exports_field_day_wrong({ example: today });
	return v.pipe(
		v.object({
			what: v.pipe(
				v.optional(v.string(), ''),
				v.check((text) => choices.some((one) => writeChoice(one) === text), m.exports_field_what_missing),
				v.transform((text) => choices.find((one) => writeChoice(one) === text) as ExportChoice)
			),
			fromDay: optionalDate(dateWrong),
			toDay: optionalDate(dateWrong),
			providerId: v.pipe(
				v.optional(v.string(), ''),
				v.check(
					(text) => text === '' || parseId<ProviderId>(text) !== undefined,
					m.exports_field_provider_wrong
				),
				v.transform((text) => (text === '' ? null : (text as ProviderId)))
			),
			format: choice(exportFormats, m.exports_field_format_missing),
			valueForm: choice(valueForms, m.exports_field_values_missing),
			ageForm: choice(ageForms, m.exports_field_age_missing),
			recipient: requiredText(m.exports_field_recipient_missing, maxRecipientLength, () =>
				m.exports_field_too_long({ max: maxRecipientLength })
			),
			ground: choice(exportGrounds, m.exports_field_ground_missing)
		}),
		v.forward(
			v.check(
				({ fromDay, toDay }) => fromDay === null || toDay === null || fromDay <= toDay,
				m.exports_field_to_early
			),
			['toDay']
		)
	);
}
