import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { parsePersonalNumber, type PersonalNumberProblem } from '#lib/secrecy/personal-number.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { optionalText } from '#lib/shared/server/form-fields.ts';

const maxNameLength = 200;

const numberWrong: Readonly<Record<PersonalNumberProblem, () => string>> = {
	form: m.identity_number_form,
	date: m.identity_number_date,
	'check-digit': m.identity_number_check_digit
};

/** What is written about who a client is; nobody is born after `today`. Says what is wrong with a number that is not one. */
export function identityFormSchema(today: LocalDate) {
	return v.object({
		name: optionalText(maxNameLength, () => m.identity_name_too_long({ max: maxNameLength })),
		personalNumber: v.pipe(
			v.optional(v.string(), ''),
			v.check(
				(text) => findFault(text) === null,
				({ input }) => numberWrong[findFault(input) ?? 'form']()
			),
			v.transform((text) => (text === '' ? null : text))
		)
	});

	function findFault(text: string): PersonalNumberProblem | null {
		const parsed = parsePersonalNumber(text, today);
		return text === '' || parsed.ok ? null : parsed.problem;
	}
}
