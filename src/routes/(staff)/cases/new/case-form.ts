import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choice, optionalText, requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';

const maxNumberLength = 40;
const maxConcernLength = 120;
/** As the database's own check. */
const earliestBirthYear = 1900;

/** What is written when a case is opened; `today` bounds the dates. */
export function caseFormSchema(today: LocalDate) {
	const thisYear = Number(today.slice(0, 4));
	const dateWrong = () => m.staff_case_new_date_wrong({ example: today });
	return v.object({
		caseNumber: requiredText(m.staff_case_new_case_number_missing, maxNumberLength, tooLong(maxNumberLength)),
		concern: optionalText(maxConcernLength, tooLong(maxConcernLength)),
		openedOn: v.pipe(
			requiredDate(dateWrong),
			v.check((day) => day <= today, m.staff_case_new_date_future)
		),
		clientNumber: v.pipe(
			requiredText(m.staff_case_new_client_number_missing, maxNumberLength, tooLong(maxNumberLength)),
			v.check((text) => !looksLikePersonalNumber(text), m.staff_case_new_client_number_is_personal)
		),
		sex: v.pipe(
			choice(['female', 'male', 'unknown'], m.staff_case_new_sex_missing),
			v.transform((sex) => (sex === 'unknown' ? null : sex))
		),
		birthYear: v.pipe(
			v.optional(v.string(), ''),
			v.check((text) => text === '' || isYearBetween(text, earliestBirthYear, thisYear), birthYearWrong),
			v.transform((text) => (text === '' ? null : Number(text)))
		)
	});

	function birthYearWrong(): string {
		return m.staff_case_new_birth_year_wrong({ first: earliestBirthYear, last: thisYear });
	}
}

function tooLong(max: number): () => string {
	return () => m.staff_case_new_too_long({ max });
}

function isYearBetween(text: string, first: number, last: number): boolean {
	return /^\d{4}$/.test(text) && Number(text) >= first && Number(text) <= last;
}

/**
 * Ten or twelve digits that begin with a date: no personal identity number is needed here, and one that is not stored
 * cannot leak. A coordination number has 60 added to its day.
 */
export function looksLikePersonalNumber(text: string): boolean {
	const digits = text.replace(/[\s+-]/g, '');
	const match = /^(?:\d{2})?\d{2}(\d{2})(\d{2})\d{4}$/.exec(digits);
	if (!match) return false;
	const month = Number(match[1]);
	const day = Number(match[2]) % 60;
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
