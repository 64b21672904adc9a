import { ok, refuse } from '#lib/shared/result.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Result } from '#lib/shared/result.ts';
import type { AdministrationMode, Instrument } from './instrument.ts';
import { findMissingWording, withWording } from './wording.ts';
import type { Wording } from './wording.ts';

/** The owner's permission to give an instrument electronically, as the board has registered it. */
export interface Permit {
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	/** Who holds the permit: the municipality or the board. */
	readonly holder: string;
	readonly grantedOn: LocalDate;
	/** The owner's letter or case number. */
	readonly reference: string;
	readonly wording: Wording | null;
}

/** Why an instrument may not be given in a mode yet. */
export type AdministrationRefusal = 'permit-required' | 'wording-missing';

/**
 * The instrument ready to be given in the mode, with the permit's wording in place; or why it may not be.
 * Paper is always open: the form itself is on the table, and only numbers and codes are entered. Link, kiosk and
 * interview are electronic administration, which some owners forbid without a permit (KASAM: Socialstyrelsen,
 * metodguiden), and which is impossible without wording.
 */
export function mayAdminister(
	instrument: Instrument,
	mode: AdministrationMode,
	permits: readonly Permit[]
): Result<Instrument, AdministrationRefusal> {
	const permit = findPermit(instrument, permits);
	const worded = permit?.wording ? withWording(instrument, permit.wording) : instrument;
	if (mode === 'paper') return ok(worded);
	if (instrument.rights.electronic === 'permit-required' && !permit) return refuse('permit-required');
	if (findMissingWording(worded).length > 0) return refuse('wording-missing');
	return ok(worded);
}

/** The permit for this version of the instrument; one with wording before one without. */
function findPermit(instrument: Instrument, permits: readonly Permit[]): Permit | undefined {
	const own = permits.filter(
		({ instrumentId, instrumentVersion }) =>
			instrumentId === instrument.id && instrumentVersion === instrument.version
	);
	return own.find(({ wording }) => wording !== null) ?? own[0];
}
