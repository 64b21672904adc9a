/** Passkeys in the database. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { StaffId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { passkeys, staffUsers } from '../auth-tables.ts';

export interface StoredPasskey {
	readonly id: string;
	readonly userId: StaffId;
	readonly credentialId: string;
	readonly publicKey: string;
	readonly counter: number;
	readonly transports: string[];
	readonly isClosed: boolean;
}

/** The passkey, and whether its owner's account is closed; or null. */
export async function findPasskey(tx: Orm, credentialId: string): Promise<StoredPasskey | null> {
	const [row] = await tx
		.select({
			id: passkeys.id,
			userId: passkeys.userId,
			credentialId: passkeys.credentialId,
			publicKey: passkeys.publicKey,
			counter: passkeys.counter,
			transports: passkeys.transports,
			isClosed: sql<boolean>`${staffUsers.disabledAt} is not null`
		})
		.from(passkeys)
		.innerJoin(staffUsers, eq(staffUsers.id, passkeys.userId))
		.where(eq(passkeys.credentialId, credentialId));
	return row ?? null;
}

/** The person's passkeys as they see them, oldest first. */
export async function listPasskeysOf(tx: Orm, userId: StaffId) {
	return tx
		.select({
			id: passkeys.id,
			name: passkeys.name,
			credentialId: passkeys.credentialId,
			transports: passkeys.transports,
			createdAt: passkeys.createdAt,
			lastUsedAt: passkeys.lastUsedAt
		})
		.from(passkeys)
		.where(eq(passkeys.userId, userId))
		.orderBy(asc(passkeys.createdAt));
}

/** Notes the use; false when the counter has moved meanwhile, so that one answer is used once. */
export async function updatePasskeyUse(
	tx: Orm,
	passkey: StoredPasskey,
	counter: number,
	now: Date
): Promise<boolean> {
	const rows = await tx
		.update(passkeys)
		.set({ counter, lastUsedAt: now })
		.where(and(eq(passkeys.id, passkey.id), eq(passkeys.counter, passkey.counter)))
		.returning({ id: passkeys.id });
	return rows.length === 1;
}

export async function insertPasskey(tx: Orm, passkey: typeof passkeys.$inferInsert): Promise<void> {
	await tx.insert(passkeys).values(passkey);
}

export async function deletePasskey(tx: Orm, userId: StaffId, id: string): Promise<boolean> {
	const rows = await tx
		.delete(passkeys)
		.where(and(eq(passkeys.userId, userId), eq(passkeys.id, id)))
		.returning({ id: passkeys.id });
	return rows.length === 1;
}
