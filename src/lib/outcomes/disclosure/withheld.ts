/**
 * Counts that have not been through the disclosure control. They cannot be printed, sent to a page or written as JSON: the
 * numbers are not in the value, and a function in it makes a page that forgets the control fail instead of telling.
 */
export interface Withheld<T> {
	readonly kind: 'withheld';
	/** For the disclosure control only: tests/structure/ways-out.test.ts says which files may call it. */
	readonly openForControl: () => T;
}

/** Closes counts as they come from the database. */
export function withhold<T>(counts: T): Withheld<T> {
	return { kind: 'withheld', openForControl: () => counts };
}
