import type { Instrument } from '../../instrument.ts';
import type { AskedInstrument } from '../../sitting.ts';
import { getSittingFor } from './queries.ts';
import { read } from '#lib/shared/server/read.ts';

export interface InstrumentForLinkInput {
	/** One, or several that are answered in one sitting, in order. */
	readonly instruments: readonly AskedInstrument[];
}

/**
 * The instrument as the holder of a link is to see it, with the board's registered wording where the owner's permit
 * brought one; several as one. Refuses one whose permit is gone (`permit-required`, `wording-missing`).
 */
export const instrumentForLink = read({
	name: 'instrumentForLink',
	permission: 'response:submit',
	audit: 'none',
	subject: null,
	run: async (work, { instruments }: InstrumentForLinkInput): Promise<Instrument> =>
		(await getSittingFor(work, 'link', instruments)).joined
});
