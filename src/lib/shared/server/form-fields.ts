/** The kinds of fields that forms are made of. A message is a function, so that it is in the request's language. */
import * as v from 'valibot';
import { parseLocalDate } from '../local-date.ts';
import type { LocalDate } from '../local-date.ts';

type Message = () => string;

/** Text that must be there, at most so many characters. */
export function requiredText(missing: Message, max: number, tooLong: Message) {
	return v.pipe(v.optional(v.string(), ''), v.nonEmpty(missing), v.maxLength(max, tooLong));
}

/** Text or null when nothing was written. */
export function optionalText(max: number, tooLong: Message) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.maxLength(max, tooLong),
		v.transform((text) => (text === '' ? null : text))
	);
}

/** A day that exists in the calendar. */
export function requiredDate(wrong: Message) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => parseLocalDate(text) !== undefined, wrong),
		v.transform((text) => text as LocalDate)
	);
}

/** A day that exists in the calendar, or null when nothing was written. */
export function optionalDate(wrong: Message) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => text === '' || parseLocalDate(text) !== undefined, wrong),
		v.transform((text) => (text === '' ? null : (text as LocalDate)))
	);
}

/** One of the given values. */
export function choice<const T extends readonly string[]>(values: T, missing: Message) {
	return v.pipe(v.optional(v.string(), ''), v.picklist(values, missing));
}

/** An id of the wanted kind, given as text by a list of what exists. */
export function chosenId<Id extends string>(parse: (text: string) => Id | undefined, missing: Message) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => parse(text) !== undefined, missing),
		v.transform((text) => text as Id)
	);
}
