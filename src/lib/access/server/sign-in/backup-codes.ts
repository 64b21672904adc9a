/** Ten codes to keep on paper. Each has 50 random bits, is stored as a keyed hash and works once. */
import { randomBytes } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { StaffId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { backupCodes } from '../auth-tables.ts';
import type { SignInContext } from '../sign-in-context.ts';

const codeCount = 10;
/** Crockford's base 32 in lower case: no i, l, o or u to mistake. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Replaces the person's codes; the only time the new ones are seen. */
export async function renewBackupCodes(
	context: SignInContext,
	tx: Orm,
	userId: StaffId
): Promise<readonly string[]> {
	const codes = Array.from({ length: codeCount }, makeCode);
	await tx.delete(backupCodes).where(eq(backupCodes.userId, userId));
	await tx
		.insert(backupCodes)
		.values(codes.map((code) => ({ userId, codeHash: hashCode(context, userId, code), usedAt: null })));
	return codes;
}

/** Uses the code up; false when it is none of the person's, or has been used. */
export async function claimBackupCode(
	context: SignInContext,
	tx: Orm,
	userId: StaffId,
	code: string
): Promise<boolean> {
	const rows = await tx
		.update(backupCodes)
		.set({ usedAt: context.now() })
		.where(
			and(
				eq(backupCodes.userId, userId),
				eq(backupCodes.codeHash, hashCode(context, userId, code)),
				isNull(backupCodes.usedAt)
			)
		)
		.returning({ userId: backupCodes.userId });
	return rows.length === 1;
}

/** How many codes the person has left. */
export async function countBackupCodes(tx: Orm, userId: StaffId): Promise<number> {
	const [row] = await tx
		.select({ left: count() })
		.from(backupCodes)
		.where(and(eq(backupCodes.userId, userId), isNull(backupCodes.usedAt)));
	return row?.left ?? 0;
}

function makeCode(): string {
	const letters = Array.from(randomBytes(10), (byte) => alphabet[byte & 31]).join('');
	return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** As people write it: capitals, spaces, no hyphen, o for 0, i or l for 1. */
function hashCode({ secrets }: SignInContext, userId: StaffId, code: string): string {
	const letters = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
	return secrets.mac('backup-code', `${userId} ${letters}`);
}
