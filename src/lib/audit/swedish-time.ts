/** What the clock and the calendar say in Sweden. */
const parts = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Stockholm',
	hour: 'numeric',
	hourCycle: 'h23',
	weekday: 'short'
});
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The hour (0–23) and the day of the week (1 Monday – 7 Sunday) in Sweden, summer time included. */
export function swedishTime(moment: Date): { readonly hour: number; readonly weekday: number } {
	const found = new Map(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
	return { hour: Number(found.get('hour')), weekday: weekdays.indexOf(found.get('weekday') ?? '') + 1 };
}
