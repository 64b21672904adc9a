import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { regimes, retentionRules } from '#lib/retention/retention-rules.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choice, optionalDate, requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';

const maxLength = 200;

/** Where the board is and what it does. */
export const placeSchema = v.object({
	municipalityCode: v.pipe(v.optional(v.string(), ''), v.regex(/^\d{4}$/, m.retention_place_code_wrong)),
	regime: choice(regimes, m.retention_regime_missing)
});

/** The rules that an archive plan can decide about: those that are law. */
export const plannableRules = retentionRules.filter(({ certainty }) => certainty !== 'proposed');

/** A line of the archive plan; years are null when everything is kept. */
export function planSchema(today: LocalDate) {
	const wrongDate = () => m.retention_plan_date_wrong({ example: today });
	return v.pipe(
		v.object({
			ruleId: v.pipe(
				v.optional(v.string(), ''),
				v.check((text) => plannableRules.some(({ id }) => id === text), m.retention_plan_rule_missing)
			),
			years: v.pipe(
				v.optional(v.string(), ''),
				v.check(
					(text) => text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 150),
					m.retention_plan_years_wrong
				),
				v.transform((text) => (text === '' ? null : Number(text)))
			),
			reference: requiredText(m.retention_plan_reference_missing, maxLength, () =>
				m.retention_plan_too_long({ max: maxLength })
			),
			validFrom: requiredDate(wrongDate),
			validTo: optionalDate(wrongDate)
		}),
		v.forward(
			v.check(
				({ validFrom, validTo }) => validTo === null || validTo >= validFrom,
				m.retention_plan_to_early
			),
			['validTo']
		)
	);
}
