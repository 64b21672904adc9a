/** In a coordination number the day of birth is written with 60 added (18 a § folkbokföringslagen). */
const coordinationDays = 60;

/** The day of the month, from twelve digits of a personnummer or samordningsnummer; null when there is none. */
export function dayOfBirth(personalNumber: string | null): number | null {
	if (personalNumber === null) return null;
	const day = Number(personalNumber.slice(6, 8));
	const real = day > coordinationDays ? day - coordinationDays : day;
	return real >= 1 && real <= 31 ? real : null;
}
