import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { factsFromNumber } from '#lib/cases/facts-from-number.ts';
import { parsePersonalNumber } from '#lib/secrecy/personal-number.ts';
import { parseId, type ProviderId, type UnitId } from '#lib/shared/ids.ts';
import { optionalDate, optionalText, requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';
import { identityFormSchema } from '../[caseId=caseId]/identity/identity-form.ts';

const maxNumberLength = 40;
const maxConcernLength = 120;
/** As the database's own check. */
const earliestBirthYear = 1900;

/**
 * What is written when a case is opened, with its first intervention where there is one; `today` bounds the dates. With a
 * personal identity number sex need not be said.
 */
export function caseFormSchema(today: LocalDate, { hasNumber }: { readonly hasNumber: boolean }) {
	const thisYear = Number(today.slice(0, 4));
	const dateWrong = () => m.staff_case_new_date_wrong({ example: today });
	const fields = v.object({
		caseNumber: requiredText(m.staff_case_new_case_number_missing, maxNumberLength, tooLong(maxNumberLength)),
		concern: optionalText(maxConcernLength, tooLong(maxConcernLength)),
		openedOn: v.pipe(
			requiredDate(dateWrong),
			v.check((day) => day <= today, m.staff_case_new_date_future)
		),
		unitId: v.pipe(
			v.optional(v.string(), ''),
			v.check((text) => text === '' || parseId<UnitId>(text) !== undefined, m.case_work_unit_wrong),
			v.transform((text) => (text === '' ? null : (text as UnitId)))
		),
		clientNumber: v.pipe(
			requiredText(m.staff_case_new_client_number_missing, maxNumberLength, tooLong(maxNumberLength)),
			v.check((text) => !looksLikePersonalNumber(text), m.staff_case_new_client_number_is_personal)
		),
		...identityFormSchema(today).entries,
		sex: v.pipe(
			v.optional(v.string(), ''),
			v.picklist(
				['female', 'male', 'unknown', ...(hasNumber ? ['' as const] : [])],
				m.staff_case_new_sex_missing
			)
		),
		birthYear: v.pipe(
			v.optional(v.string(), ''),
			v.check((text) => text === '' || isYearBetween(text, earliestBirthYear, thisYear), birthYearWrong),
			v.transform((text) => (text === '' ? null : Number(text)))
		),
		interventionName: optionalText(maxConcernLength, tooLong(maxConcernLength)),
		providerId: v.optional(v.string(), ''),
		decidedOn: optionalDate(dateWrong),
		startedOn: optionalDate(dateWrong),
		endedOn: optionalDate(dateWrong)
	});
	type Fields = v.InferOutput<typeof fields>;

	return v.pipe(
		fields,
		v.forward(
			v.check((given) => !isSexOther(given.sex, numberFacts(given)?.sex), m.case_work_sex_differs),
			['sex']
		),
		v.forward(
			v.check((given) => !isYearOther(given), m.case_work_birth_year_differs),
			['birthYear']
		),
		v.forward(
			v.check(
				(given) => given.interventionName !== null || !hasIntervention(given),
				m.staff_intervention_name_missing
			),
			['interventionName']
		),
		v.forward(
			v.check(
				(given) => !hasIntervention(given) || parseId<ProviderId>(given.providerId) !== undefined,
				m.staff_intervention_provider_missing
			),
			['providerId']
		),
		v.forward(
			v.check(
				({ startedOn, endedOn }) => startedOn === null || endedOn === null || startedOn <= endedOn,
				m.staff_intervention_ended_before_start
			),
			['endedOn']
		),
		v.transform(toInput)
	);

	function numberFacts({ personalNumber }: Pick<Fields, 'personalNumber'>) {
		const number = personalNumber === null ? null : parsePersonalNumber(personalNumber, today);
		return number?.ok ? factsFromNumber(number.value) : null;
	}

	function isYearOther(given: Fields): boolean {
		const { birthYear } = given;
		return birthYear !== null && birthYear !== (numberFacts(given)?.birthYear ?? birthYear);
	}

	/** Nothing of an intervention is written until something of it is. */
	function hasIntervention(given: Fields): boolean {
		const { interventionName, providerId, decidedOn, startedOn, endedOn } = given;
		return [interventionName, decidedOn, startedOn, endedOn].some((one) => one !== null) || providerId !== '';
	}

	function toInput({
		sex,
		interventionName: name,
		providerId,
		decidedOn,
		startedOn,
		endedOn,
		...given
	}: Fields) {
		const days = { decidedOn, startedOn, endedOn };
		return {
			...given,
			sex: sex === 'female' || sex === 'male' ? sex : null,
			interventions: name === null ? [] : [{ name, providerId: providerId as ProviderId, ...days }]
		};
	}

	function birthYearWrong(): string {
		return m.staff_case_new_birth_year_wrong({ first: earliestBirthYear, last: thisYear });
	}
}

function isSexOther(sex: string, other: string | undefined): boolean {
	return other !== undefined && (sex === 'female' || sex === 'male') && sex !== other;
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
