/** The nightly verdict on a board's log, to and from its table. */
import { eq } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Signature } from '../audit-trail.ts';
import type { NightlyVerdict } from '../nightly-verdict.ts';
import { logVerdicts } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

/** Stores the verdict in place of the one before it. */
export async function saveVerdict(
	{ tx, boardId }: Scope,
	{ fault, ...verdict }: NightlyVerdict,
	{ keyId, mac }: Signature
): Promise<void> {
	const row = { ...verdict, faultKind: fault?.kind ?? null, faultSeq: fault?.seq ?? null, keyId, mac };
	await tx
		.insert(logVerdicts)
		.values({ boardId, ...row })
		.onConflictDoUpdate({ target: logVerdicts.boardId, set: row });
}

/** The newest verdict with its signature, or null before the first. */
export async function findVerdict({
	tx,
	boardId
}: Scope): Promise<{ readonly verdict: NightlyVerdict; readonly signature: Signature } | null> {
	const [row] = await tx.select().from(logVerdicts).where(eq(logVerdicts.boardId, boardId));
	if (!row) return null;
	const { day, verifiedAt, lineCount, anchoredTo, faultKind, faultSeq, keyId, mac } = row;
	const fault = faultKind === null ? null : { kind: faultKind, seq: faultSeq };
	return { verdict: { day, verifiedAt, lineCount, anchoredTo, fault }, signature: { keyId, mac } };
}
