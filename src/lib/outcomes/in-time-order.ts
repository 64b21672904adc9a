import { occasions, type Occasion } from '#lib/cases/case.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

export interface Measured {
	readonly occasion: Occasion;
	readonly answeredOn: LocalDate;
}

/** The earliest first, to sort by. Of one and the same day no time is kept: then what is before comes before what is after. */
export function inTimeOrder(one: Measured, other: Measured): number {
	return (
		one.answeredOn.localeCompare(other.answeredOn) ||
		occasions.indexOf(one.occasion) - occasions.indexOf(other.occasion)
	);
}
