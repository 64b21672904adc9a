/** A one-time link with which somebody chooses a password, or accepts a board. Only its hash is kept. */
import type { StaffId } from '#lib/shared/ids.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { putInvitation, updateGuest } from './queries.ts';

const livesMs = 7 * 24 * 3_600_000;

/**
 * The token of a new link, good for a week and once; the one before stops working. A guest's link opens no account: it lets
 * whoever has the account already accept this board. Nobody can tell the two apart who has not used them.
 */
export async function makeInvitation(
	work: Work,
	{ id: userId, isGuest }: { readonly id: StaffId; readonly isGuest: boolean }
): Promise<string> {
	const { tx, now, newToken } = work;
	const token = newToken();
	const tokenHash = hashToken(token);
	const expiresAt = new Date(now.getTime() + livesMs);
	if (isGuest) await updateGuest(work, userId, { tokenHash, expiresAt });
	else await putInvitation(tx, { userId, tokenHash, createdAt: now, expiresAt });
	return token;
}
