import type { Instrument } from './instrument.ts';

/**
 * Whether answers can tell something sensitive of a person, so that collecting them by name needs an impact assessment
 * (GDPR art. 35). Where the instrument's files do not say, it is taken to be so.
 */
export function isSensitive({ sensitive }: Pick<Instrument, 'sensitive'>): boolean {
	return sensitive === null || sensitive.length > 0;
}
