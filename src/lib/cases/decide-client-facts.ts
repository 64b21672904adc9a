import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { Client } from './case.ts';

type Facts = Pick<Client, 'sex' | 'birthYear'>;

/**
 * What is known of a client when a further case is opened: what was not known is filled in, what is known stays.
 * Refuses facts that contradict the known ones, since they decide cut-offs and probably are about somebody else.
 */
export function decideClientFacts(known: Facts, given: Facts): Result<Facts, 'contradicts-known'> {
	const sexDiffers = known.sex !== null && given.sex !== null && known.sex !== given.sex;
	const yearDiffers =
		known.birthYear !== null && given.birthYear !== null && known.birthYear !== given.birthYear;
	if (sexDiffers || yearDiffers) return refuse('contradicts-known');
	return ok({ sex: known.sex ?? given.sex, birthYear: known.birthYear ?? given.birthYear });
}
