import { randomBytes } from 'node:crypto';
import { updatePairing } from '../queries.ts';
import { makePairing } from '../make-pairing.ts';
import type { KioskId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RenewPairingCodeInput {
	readonly kioskId: KioskId;
}

/** A new code for the place: for another tablet, or one that was shut out. The tablet that is there stays until it is used. */
export const renewPairingCode = command({
	name: 'renewPairingCode',
	permission: 'kiosk:manage',
	audit: 'always',
	subject: ({ kioskId }: RenewPairingCodeInput) => ({ type: 'kiosk', id: kioskId }),
	async run(work, { kioskId }: RenewPairingCodeInput): Promise<{ readonly code: string }> {
		const { code, pairing } = makePairing(randomBytes(64), work.now);
		if (!(await updatePairing(work, kioskId, pairing))) throw new Problem('not-found');
		return { code };
	}
});
