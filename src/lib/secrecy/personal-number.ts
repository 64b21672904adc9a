/**
 * Swedish personal identity numbers and coordination numbers. Sources: 18 and 18 a §§ folkbokföringslagen (1991:481);
 * Skatteverket, Rättslig vägledning 2020.9 (330245) and 2016.5 (330251); SKV 704 and 707 for the worked examples.
 */
import { parseLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';

declare const personalNumber: unique symbol;
/** Twelve digits, century first, as Skatteverket stores it: `197010632391`. */
export type PersonalNumber = string & { readonly [personalNumber]: true };

export type PersonalNumberProblem = 'form' | 'date' | 'check-digit';

/** In a coordination number the day of birth is written with 60 added (18 a § folkbokföringslagen). */
const coordinationDays = 60;

/**
 * Reads what staff write, with or without century and sign: `701063-2391`, `19701063-2391`, `7010632391`. Without
 * century the sign tells it: `+` from the year the person turns a hundred (18 § folkbokföringslagen). Refuses what is
 * not ten or twelve digits, a day that does not exist or has not come, and a wrong check digit.
 */
export function parsePersonalNumber(
	text: string,
	today: LocalDate
): Result<PersonalNumber, PersonalNumberProblem> {
	const match = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/.exec(text.replaceAll(/\s/g, ''));
	if (!match) return refuse('form');
	const [, century, yearInCentury = '', month = '', day = '', sign = '', last = ''] = match;
	const year =
		century === undefined ? decideYear(Number(yearInCentury), sign, today) : `${century}${yearInCentury}`;
	const bornOn = toBirthday(year, month, Number(day));
	if (!bornOn || bornOn > today || year < '1800') return refuse('date');
	const tenDigits = `${yearInCentury}${month}${day}${last}`;
	if (!hasRightCheckDigit(tenDigits)) return refuse('check-digit');
	return ok(`${year}${month}${day}${last}` as PersonalNumber);
}

/** `19701063-2391`: the way it is shown. */
export function formatPersonalNumber(number: PersonalNumber): string {
	return `${number.slice(0, 8)}-${number.slice(8)}`;
}

/** Whether it is a coordination number (samordningsnummer). */
export function isCoordinationNumber(number: PersonalNumber): boolean {
	return Number(number.slice(6, 8)) > coordinationDays;
}

/** A person without a sign is younger than a hundred at the end of the year, with `+` a hundred or more. */
function decideYear(yearInCentury: number, sign: string, today: LocalDate): string {
	const thisYear = Number(today.slice(0, 4));
	const latest = sign === '+' ? thisYear - 100 : thisYear;
	return String(latest - ((latest - yearInCentury) % 100));
}

function toBirthday(year: string, month: string, day: number): LocalDate | undefined {
	const dayOfMonth = day > coordinationDays ? day - coordinationDays : day;
	return parseLocalDate(`${year}-${month}-${String(dayOfMonth).padStart(2, '0')}`);
}

/** Modulus 10 with the weights 2 and 1 over ten digits, the check digit included. */
function hasRightCheckDigit(digits: string): boolean {
	const sum = [...digits].reduce((total, digit, index) => {
		const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
		return total + (product > 9 ? product - 9 : product);
	}, 0);
	return sum % 10 === 0;
}
