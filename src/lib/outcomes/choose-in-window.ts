import { addDays, addMonths, daysBetween, type LocalDate } from '#lib/shared/local-date.ts';

/** When a follow-up belongs to an occasion: stored with the report, so that it can be made again. */
export interface MeasurementWindow {
	/** Months after the start, for example 6. */
	readonly months: number;
	/** Days before and after that day that still count, for example 60. */
	readonly reachDays: number;
}

/**
 * The measurement nearest the window's middle, of those inside it; the earlier of two just as near. Null when none is: it is
 * then missing for this occasion, however good it is for another.
 */
export function chooseInWindow<T extends { readonly answeredOn: LocalDate }>(
	measurements: readonly T[],
	startedOn: LocalDate,
	{ months, reachDays }: MeasurementWindow
): T | null {
	const middle = addMonths(startedOn, months);
	const [first, last] = [addDays(middle, -reachDays), addDays(middle, reachDays)];
	const inside = measurements.filter(({ answeredOn }) => answeredOn >= first && answeredOn <= last);
	const distance = ({ answeredOn }: T): number => Math.abs(daysBetween(middle, answeredOn));
	const [nearest] = inside.toSorted(
		(one, other) => distance(one) - distance(other) || one.answeredOn.localeCompare(other.answeredOn)
	);
	return nearest ?? null;
}
