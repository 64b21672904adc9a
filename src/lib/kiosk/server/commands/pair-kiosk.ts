import { pairByCode } from '../queries.ts';
import { giveSigningKeys } from '../signing-keys.ts';
import { parsePairingCode } from '../../pairing-code.ts';
import type { KioskId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface PairedNow {
	readonly kioskId: KioskId;
	/** What the tablet shows from now on. Only its hash is kept. */
	readonly token: string;
	/** What the tablet verifies with that its questions come from here. */
	readonly verifyKey: string;
}

/** Pairs the tablet that the code was typed on, with keys of its own for what it is to ask. Refuses a code that is none, has been used or is too old (`kiosk-code-unknown`). */
export const pairKiosk = command({
	name: 'pairKiosk',
	permission: 'response:submit',
	audit: 'always',
	subject: (_input: { readonly code: string }, { kioskId }: PairedNow) => ({ type: 'kiosk', id: kioskId }),
	async run(work, input: { readonly code: string }): Promise<PairedNow> {
		const code = parsePairingCode(input.code);
		if (code === null) throw new Problem('kiosk-code-unknown');
		const token = work.newToken();
		const { now, today } = work;
		const kioskId = await pairByCode(work, hashToken(code), { tokenHash: hashToken(token), now, today });
		if (kioskId === null) throw new Problem('kiosk-code-unknown');
		const { verifyKey } = await giveSigningKeys(work, kioskId);
		return { kioskId, token, verifyKey };
	}
});
