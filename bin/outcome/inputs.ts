/** The kinds of value that cases are made of, each with the end of a sentence for when it is something else. */
import * as v from 'valibot';

const isNumber = 'ska vara ett tal';
const isWhole = 'ska vara ett helt tal, 0 eller mer';

export const number = v.pipe(v.number(isNumber), v.finite(isNumber));

/** null = missing or not known. */
export const numberOrNull = v.nullable(number);

export const count = v.pipe(v.number(isWhole), v.safeInteger(isWhole), v.minValue(0, isWhole));

export const truth = v.boolean('ska vara true eller false');

export const text = v.string('ska vara en text');

export const numbersOrNull = v.array(numberOrNull, 'ska vara en lista med tal eller null');

/** Strictly between 0 and 1. */
export const openShare = v.pipe(
	number,
	v.gtValue(0, 'ska vara större än 0'),
	v.ltValue(1, 'ska vara mindre än 1')
);

/** 0 to 1. */
export const share = v.pipe(number, v.minValue(0, 'ska vara 0–1'), v.maxValue(1, 'ska vara 0–1'));

export const notNegative = v.pipe(number, v.minValue(0, 'ska vara 0 eller mer'));

/** An object with these keys and no others. */
export function caseOf<T extends v.ObjectEntries>(entries: T) {
	const keys = Object.keys(entries).join(', ');
	return v.strictObject(entries, `ska vara ett objekt med nycklarna ${keys}`);
}

/** The direction as the platform names it. */
export function toDirection(isHigherBetter: boolean): 'higher-better' | 'lower-better' {
	return isHigherBetter ? 'higher-better' : 'lower-better';
}
