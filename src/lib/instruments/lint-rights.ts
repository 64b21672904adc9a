import type { InstrumentFile } from './instrument-file.ts';
import type { Complaint } from './lint-finding.ts';

/** What the rights in `instrument.json` demand of the file itself. */
export function lintRights(file: InstrumentFile): Complaint[] {
	const { rights } = file;
	const found: Complaint[] = [];
	if (rights.class === 'B' && rights.notices.length === 0) {
		const message = 'Klass B kräver minst en upplysning (notices) som syns där formuläret visas.';
		found.push({ path: ['rights', 'notices'], rule: 'notice-missing', message });
	}
	if (rights.class === 'C' && rights.mayShipText) {
		const message =
			'Klass C betyder att texten inte får ligga här. Sätt mayShipText till false och ta bort texten.';
		found.push({ path: ['rights', 'mayShipText'], rule: 'rights-contradict', message });
	}
	return found;
}
