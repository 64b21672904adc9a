/**
 * Ett påhittat tillstånd med påhittad ordalydelse. KASAM's own text is protected and is not here: every line says that it
 * is made up, so that nobody can take it for the instrument.
 */
import type { RegisterPermitInput } from '../../src/lib/instruments/server/permits/register-permit.ts';
import type { LocalDate } from '../../src/lib/shared/local-date.ts';

const itemCount = 13;

export const kasamPermit: RegisterPermitInput = {
	instrumentId: 'kasam-13',
	version: '1.0.0',
	holder: 'Exempelby kommun (påhittad)',
	grantedOn: '2026-01-15' as LocalDate,
	reference: 'PÅHITTAT-2026-1',
	wording: {
		language: 'sv',
		title: 'KASAM-13 med påhittad text',
		description: 'Texten är påhittad för demon. Den riktiga ordalydelsen är skyddad och finns inte här.',
		questions: Object.fromEntries(
			Array.from({ length: itemCount }, (_, index) => [
				`kasam_${index + 1}`,
				{
					title: `Påhittad fråga ${index + 1} (inte KASAM:s ordalydelse)`,
					lowLabel: 'Påhittad ytterpunkt 1',
					highLabel: 'Påhittad ytterpunkt 7'
				}
			])
		)
	}
};
