import type { Instrument } from '../../instrument.ts';
import { getInstrumentFor } from './queries.ts';
import { read } from '#lib/shared/server/read.ts';

export interface InstrumentForLinkInput {
	readonly instrumentId: string;
	readonly version: string;
}

/**
 * The instrument as the holder of a link is to see it, with the board's registered wording where the owner's permit
 * brought one. Refuses one whose permit is gone (`permit-required`, `wording-missing`).
 */
export const instrumentForLink = read({
	name: 'instrumentForLink',
	permission: 'response:submit',
	audit: 'none',
	subject: null,
	run: (work, { instrumentId, version }: InstrumentForLinkInput): Promise<Instrument> =>
		getInstrumentFor(work, 'link', instrumentId, version)
});
