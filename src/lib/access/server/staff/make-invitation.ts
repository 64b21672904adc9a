/** A one-time link with which somebody chooses a password. Only its hash is kept. */
import type { StaffId } from '#lib/shared/ids.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { putInvitation } from './queries.ts';

const livesMs = 7 * 24 * 3_600_000;

/** The token of a new link, good for a week and once; the one before stops working. */
export async function makeInvitation({ tx, now, newToken }: Work, userId: StaffId): Promise<string> {
	const token = newToken();
	await putInvitation(tx, {
		userId,
		tokenHash: hashToken(token),
		createdAt: now,
		expiresAt: new Date(now.getTime() + livesMs)
	});
	return token;
}
