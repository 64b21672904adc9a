/** What somebody sees and changes of their own account. */
import { desc, eq, isNotNull, and } from 'drizzle-orm';
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import type { SecondFactor } from '../../second-factor.ts';
import { isAlive } from '../../session-limits.ts';
import type { StaffSession } from '../../staff-session.ts';
import { staffSessions } from '../auth-tables.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { countBackupCodes, renewBackupCodes } from './backup-codes.ts';
import { exchangeForEnrolled } from './exchange-for-enrolled.ts';
import { deletePasskey, listPasskeysOf } from './passkey-rows.ts';

export interface OwnSession {
	readonly id: string;
	readonly isCurrent: boolean;
	readonly userAgent: string | null;
	readonly signedInAt: Date;
	readonly lastSeenAt: Date;
	readonly secondFactor: SecondFactor;
}

export interface OwnAccount {
	readonly sessions: readonly OwnSession[];
	readonly passkeys: readonly {
		readonly id: string;
		readonly name: string;
		readonly lastUsedAt: Date | null;
	}[];
	readonly backupCodesLeft: number;
}

/** The person's live sessions, passkeys and how many backup codes are left. */
export async function describeAccount(context: SignInContext, session: StaffSession): Promise<OwnAccount> {
	const { orm } = context.database;
	const now = context.now();
	const rows = await orm
		.select()
		.from(staffSessions)
		.where(and(eq(staffSessions.userId, session.staffId), isNotNull(staffSessions.secondFactor)))
		.orderBy(desc(staffSessions.lastSeenAt))
		.catch(throwAsProblem);
	const passkeys = await listPasskeysOf(orm, session.staffId).catch(throwAsProblem);
	return {
		sessions: rows.flatMap((row) =>
			row.secondFactor && row.signedInAt && isAlive(row, now)
				? {
						id: row.id,
						isCurrent: row.id === session.id,
						userAgent: row.userAgent,
						signedInAt: row.signedInAt,
						lastSeenAt: row.lastSeenAt,
						secondFactor: row.secondFactor
					}
				: []
		),
		passkeys: passkeys.map(({ id, name, lastUsedAt }) => ({ id, name, lastUsedAt })),
		backupCodesLeft: await countBackupCodes(orm, session.staffId).catch(throwAsProblem)
	};
}

/**
 * Takes the passkey away, and ends every other session. Null when the person has to sign in again first, or when it is
 * the last second factor they have.
 */
export async function removePasskey(
	context: SignInContext,
	session: StaffSession,
	passkeyId: string,
	userAgent: string | null
): Promise<string | null> {
	if (!session.secondFactor || (!session.hasTotp && session.passkeyCount < 2)) return null;
	return context.database.orm
		.transaction(async (tx) => {
			const token = await exchangeForEnrolled(context, tx, session, 'passkey', userAgent);
			if (token) await deletePasskey(tx, session.staffId, passkeyId);
			return token;
		})
		.catch(throwAsProblem);
}

/** New backup codes in place of the old, seen this once; or null when the person has to sign in again first. */
export async function makeNewBackupCodes(
	context: SignInContext,
	session: StaffSession,
	userAgent: string | null
): Promise<{ readonly token: string; readonly codes: readonly string[] } | null> {
	if (!session.secondFactor || (!session.hasTotp && session.passkeyCount === 0)) return null;
	return context.database.orm
		.transaction(async (tx) => {
			const token = await exchangeForEnrolled(context, tx, session, 'backup-code', userAgent);
			return token ? { token, codes: await renewBackupCodes(context, tx, session.staffId) } : null;
		})
		.catch(throwAsProblem);
}
