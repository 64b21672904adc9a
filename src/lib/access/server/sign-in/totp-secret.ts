/** A person's authenticator app in the database: its secret encrypted, and the last time step that was used. */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { and, eq, lt } from 'drizzle-orm';
import type { StaffId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { totpSecrets } from '../auth-tables.ts';
import type { SignInContext } from '../sign-in-context.ts';

/** The person's secret, or null when they have no app, or it was encrypted with another key or for somebody else. */
export async function findTotpSecret(
	{ secrets }: SignInContext,
	tx: Orm,
	userId: StaffId
): Promise<Buffer | null> {
	const [row] = await tx
		.select({ secret: totpSecrets.secret })
		.from(totpSecrets)
		.where(eq(totpSecrets.userId, userId));
	if (!row) return null;
	const text = await symmetricDecrypt({ key: secrets.totp, data: row.secret }).catch(() => '');
	const [owner, secret] = text.split(' ');
	return owner === userId && secret ? Buffer.from(secret, 'base64url') : null;
}

/** Gives the person a new app; the step it was shown to work with is used up. */
export async function putTotpSecret(
	{ secrets, now }: SignInContext,
	tx: Orm,
	userId: StaffId,
	secret: Buffer,
	lastStep: number
): Promise<void> {
	const encrypted = await symmetricEncrypt({
		key: secrets.totp,
		// With its owner's id inside: moved to another person's row it opens nothing.
		data: `${userId} ${secret.toString('base64url')}`
	});
	const row = { secret: encrypted, lastStep, createdAt: now() };
	await tx
		.insert(totpSecrets)
		.values({ userId, ...row })
		.onConflictDoUpdate({ target: totpSecrets.userId, set: row });
}

/**
 * Uses the time step up; false when it, or a later one, has been used. One statement, so that of twenty sign-ins with
 * the same code one goes on (ASVS 5.0 6.5.1).
 */
export async function claimStep(tx: Orm, userId: StaffId, step: number): Promise<boolean> {
	const rows = await tx
		.update(totpSecrets)
		.set({ lastStep: step })
		.where(and(eq(totpSecrets.userId, userId), lt(totpSecrets.lastStep, step)))
		.returning({ userId: totpSecrets.userId });
	return rows.length === 1;
}

export async function deleteTotpSecret(tx: Orm, userId: StaffId): Promise<void> {
	await tx.delete(totpSecrets).where(eq(totpSecrets.userId, userId));
}
