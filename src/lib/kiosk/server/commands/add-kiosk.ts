import { randomBytes } from 'node:crypto';
import { insertKiosk, replaceSurveys } from '../queries.ts';
import { requireLinks } from '../require-links.ts';
import { hashPin } from '../pin.ts';
import { makeSealKeys } from '../seal-keys.ts';
import { isPin } from '../../kiosk.ts';
import { makePairing } from '../make-pairing.ts';
import type { KioskId, SurveyLinkId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface AddKioskInput {
	readonly name: string;
	/** Four to eight digits that lead out of the questions. */
	readonly pin: string;
	readonly linkIds: readonly SurveyLinkId[];
}

export interface AddedKiosk {
	readonly kioskId: KioskId;
	/** Told once: only its hash is kept. */
	readonly code: string;
}

/**
 * A place for a tablet, with the surveys it is to ask, and the code that pairs one with it. Refuses a name or code that is
 * none (`invalid-input`) and links that do not exist (`not-found`).
 */
export const addKiosk = command({
	name: 'addKiosk',
	permission: 'kiosk:manage',
	audit: 'always',
	subject: (_input: AddKioskInput, { kioskId }: AddedKiosk) => ({ type: 'kiosk', id: kioskId }),
	async run(work, { name, pin, linkIds }: AddKioskInput): Promise<AddedKiosk> {
		if (name.trim() === '') throw new Problem('invalid-input', { field: 'name' });
		if (!isPin(pin)) throw new Problem('invalid-input', { field: 'pin' });
		const surveys = await requireLinks(work, linkIds);
		const kioskId = work.newId() as KioskId;
		const keys = await makeSealKeys();
		const cipher = await work.cipher();
		const { code, pairing } = makePairing(randomBytes(64), work.now);
		await insertKiosk(work, {
			id: kioskId,
			name: name.trim(),
			...pairing,
			...(await hashPin(pin)),
			publicKey: keys.publicKey,
			privateKey: cipher.seal('kiosks.private_key', kioskId, keys.privateKey)
		});
		await replaceSurveys(work, kioskId, surveys);
		return { kioskId, code };
	}
});
