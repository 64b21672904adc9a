import { pairingMinutes, toPairingCode } from '../pairing-code.ts';
import { Problem } from '#lib/shared/problem.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

/** A code out of random bytes, and what is kept of it: its hash and until when it works. */
export function makePairing(random: Uint8Array, now: Date) {
	const code = toPairingCode(random);
	if (code === null) throw new Problem('unexpected');
	const pairingEndsAt = new Date(now.getTime() + pairingMinutes * 60_000);
	return { code, pairing: { pairingHash: hashToken(code), pairingEndsAt } };
}
