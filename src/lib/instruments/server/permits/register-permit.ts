import type { Permit } from '../../rights.ts';
import type { Wording } from '../../wording.ts';
import { findInstrument } from '../catalogue.ts';
import { upsertPermit } from './queries.ts';
import type { PermitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RegisterPermitInput extends Pick<Permit, 'instrumentId' | 'holder' | 'grantedOn' | 'reference'> {
	readonly version: string;
	readonly wording: Wording | null;
}

/**
 * Registers the owner's permit to give an instrument electronically, with its wording or before the wording is there.
 * Registering again for the same version replaces it. Refuses an instrument that does not exist (`not-found`).
 */
export const registerPermit = command({
	name: 'registerPermit',
	permission: 'permit:write',
	audit: 'always',
	subject: (_input: RegisterPermitInput, id: PermitId) => ({ type: 'permit', id }),
	async run(work, input: RegisterPermitInput): Promise<PermitId> {
		const { instrumentId, version: instrumentVersion, holder, grantedOn, reference, wording } = input;
		if (!findInstrument(work.catalogue, instrumentId, instrumentVersion)) {
			throw new Problem('not-found', { what: 'instrument' });
		}
		const id = work.newId() as PermitId;
		return upsertPermit(work, { id, instrumentId, instrumentVersion, holder, grantedOn, reference, wording });
	}
});
