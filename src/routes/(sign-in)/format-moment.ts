/** A moment as staff read it, in Swedish time. */
const moment = new Intl.DateTimeFormat('sv-SE', {
	dateStyle: 'medium',
	timeStyle: 'short',
	timeZone: 'Europe/Stockholm'
});

/** For example `2 mars 2026 09:14`. */
export function formatMoment(at: Date): string {
	return moment.format(at);
}
