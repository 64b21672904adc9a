/**
 * Ordered files and their pieces to and from their tables. What the maker of files does is single statements: a file in the
 * making holds nothing up.
 */
import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { FieldCipher } from '#lib/secrecy/server/field-cipher.ts';
import type { BoardId, ExportId, ExportPartId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { ExportOrder, ExportState } from '../export-order.ts';
import { exportOrders, exportParts } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}
type SealedScope = Scope & Pick<Work, 'cipher'>;

/** An order as the page shows it. */
export interface StoredExport extends ExportOrder {
	readonly recipient: string;
	readonly orderedBy: string;
	readonly orderedAt: Date;
	readonly state: ExportState;
	readonly rowsTotal: number | null;
	readonly rowsDone: number;
	readonly fileName: string | null;
	readonly fileBytes: number | null;
	readonly finishedAt: Date | null;
}

const isExport = (boardId: BoardId, id: ExportId) =>
	and(eq(exportOrders.boardId, boardId), eq(exportOrders.id, id));

export async function insertExport(
	{ tx, boardId, cipher }: SealedScope,
	{ recipient, ...order }: ExportOrder & Pick<StoredExport, 'recipient' | 'orderedBy' | 'orderedAt'>
): Promise<void> {
	const sealed = (await cipher()).seal('export_orders.recipient', order.id, recipient);
	await tx.insert(exportOrders).values({ boardId, ...order, recipient: sealed, state: 'waiting' });
}

/** How many of the board's files are waiting or being made. */
export async function countUnfinished({ tx, boardId }: Scope): Promise<number> {
	return tx.$count(
		exportOrders,
		and(eq(exportOrders.boardId, boardId), inArray(exportOrders.state, ['waiting', 'running']))
	);
}

/** The orders of one member of staff, or everybody's, the latest first. */
export async function listExportsOf(
	scope: SealedScope,
	orderedBy: string | null,
	limit: number
): Promise<readonly StoredExport[]> {
	const { tx, boardId } = scope;
	const rows = await tx
		.select()
		.from(exportOrders)
		.where(
			and(
				eq(exportOrders.boardId, boardId),
				orderedBy === null ? undefined : eq(exportOrders.orderedBy, orderedBy)
			)
		)
		.orderBy(desc(exportOrders.orderedAt), desc(exportOrders.id))
		.limit(limit);
	return openRows(scope, rows);
}

/** The order, or null. */
export async function findExport(scope: SealedScope, id: ExportId): Promise<StoredExport | null> {
	const rows = await scope.tx.select().from(exportOrders).where(isExport(scope.boardId, id));
	return (await openRows(scope, rows))[0] ?? null;
}

async function openRows(
	{ cipher }: SealedScope,
	rows: readonly (typeof exportOrders.$inferSelect)[]
): Promise<StoredExport[]> {
	const { open } = await cipher();
	return rows.map(({ boardId: _board, attempts: _attempts, claimedUntil: _claim, ...row }) => ({
		...row,
		recipient: open('export_orders.recipient', row.id, row.recipient)
	}));
}

/** The order that has waited longest: new, or left by a process that has been stopped. Null when there is none. */
export async function findWaiting({ tx, boardId }: Scope, now: Date): Promise<ExportId | null> {
	const rows = await tx
		.select({ id: exportOrders.id })
		.from(exportOrders)
		.where(and(eq(exportOrders.boardId, boardId), isFree(now)))
		.orderBy(asc(exportOrders.orderedAt))
		.limit(1);
	return rows[0]?.id ?? null;
}

const isFree = (now: Date) =>
	sql`(${exportOrders.state} = 'waiting' or (${exportOrders.state} = 'running' and ${exportOrders.claimedUntil} <= ${now.toISOString()}))`;

/** Claims the order: the number of the attempt, or null when somebody else has it. Of those who ask at once one gets it. */
export async function claimExport(
	{ tx, boardId }: Scope,
	id: ExportId,
	now: Date,
	until: Date
): Promise<number | null> {
	const rows = await tx
		.update(exportOrders)
		.set({
			state: 'running',
			attempts: sql`${exportOrders.attempts} + 1`,
			claimedUntil: until,
			rowsTotal: null,
			rowsDone: 0
		})
		.where(and(isExport(boardId, id), isFree(now)))
		.returning({ attempts: exportOrders.attempts });
	return rows[0]?.attempts ?? null;
}

/** Says how far it has come and keeps the claim. False when it has been cancelled, or somebody else has begun it anew. */
export async function updateProgress(
	{ tx, boardId }: Scope,
	{ id, attempt }: { readonly id: ExportId; readonly attempt: number },
	progress: { readonly rowsTotal?: number; readonly rowsDone: number; readonly claimedUntil: Date }
): Promise<boolean> {
	const rows = await tx
		.update(exportOrders)
		.set(progress)
		.where(and(isExport(boardId, id), eq(exportOrders.attempts, attempt), eq(exportOrders.state, 'running')))
		.returning({ id: exportOrders.id });
	return rows.length === 1;
}

/** Ends the attempt. False when it has been cancelled, or somebody else has begun it anew. */
export async function finishExport(
	{ tx, boardId }: Scope,
	{ id, attempt }: { readonly id: ExportId; readonly attempt: number },
	outcome: Partial<typeof exportOrders.$inferInsert> & { readonly state: 'done' | 'failed' }
): Promise<boolean> {
	const rows = await tx
		.update(exportOrders)
		.set({ ...outcome, claimedUntil: null })
		.where(and(isExport(boardId, id), eq(exportOrders.attempts, attempt), eq(exportOrders.state, 'running')))
		.returning({ id: exportOrders.id });
	return rows.length === 1;
}

/** Lets go of an order that is begun, for whoever is started next; the attempt does not count. */
export async function releaseExport(
	{ tx, boardId }: Scope,
	{ id, attempt }: { readonly id: ExportId; readonly attempt: number }
): Promise<void> {
	await tx
		.update(exportOrders)
		.set({ state: 'waiting', claimedUntil: null, attempts: attempt - 1 })
		.where(and(isExport(boardId, id), eq(exportOrders.attempts, attempt), eq(exportOrders.state, 'running')));
}

/** Cancels an order that is not finished. False when it is. */
export async function updateAsCancelled({ tx, boardId }: Scope, id: ExportId, now: Date): Promise<boolean> {
	const rows = await tx
		.update(exportOrders)
		.set({ state: 'cancelled', claimedUntil: null, finishedAt: now })
		.where(and(isExport(boardId, id), inArray(exportOrders.state, ['waiting', 'running'])))
		.returning({ id: exportOrders.id });
	return rows.length === 1;
}

export async function insertPart(
	{ tx, boardId }: Scope,
	cipher: FieldCipher,
	{
		bytes,
		...part
	}: {
		readonly id: ExportPartId;
		readonly exportId: ExportId;
		readonly number: number;
		readonly bytes: Buffer;
	}
): Promise<void> {
	const content = cipher.seal('export_parts.content', part.id, bytes.toString('base64'));
	await tx.insert(exportParts).values({ boardId, ...part, content });
}

/** The piece's bytes, or null after the last. */
export async function findPart(
	{ tx, boardId, cipher }: SealedScope,
	exportId: ExportId,
	number: number
): Promise<Buffer | null> {
	const [row] = await tx
		.select({ id: exportParts.id, content: exportParts.content })
		.from(exportParts)
		.where(
			and(
				eq(exportParts.boardId, boardId),
				eq(exportParts.exportId, exportId),
				eq(exportParts.number, number)
			)
		);
	if (!row) return null;
	return Buffer.from((await cipher()).open('export_parts.content', row.id, row.content), 'base64');
}

export async function deleteParts({ tx, boardId }: Scope, exportId: ExportId): Promise<void> {
	await tx
		.delete(exportParts)
		.where(and(eq(exportParts.boardId, boardId), eq(exportParts.exportId, exportId)));
}

/** Erases every file that was finished before the moment; gives how many there were. */
export async function expireExports({ tx, boardId }: Scope, before: Date): Promise<number> {
	const rows = await tx
		.update(exportOrders)
		.set({ state: 'expired' })
		.where(
			and(
				eq(exportOrders.boardId, boardId),
				eq(exportOrders.state, 'done'),
				lt(exportOrders.finishedAt, before)
			)
		)
		.returning({ id: exportOrders.id });
	for (const { id } of rows) await deleteParts({ tx, boardId }, id);
	return rows.length;
}

/**
 * Erases every file of the board, finished or not, since somebody who may be in one is being erased. What is being made is
 * begun anew, without them.
 */
export async function eraseAllFiles({ tx, boardId }: Scope): Promise<void> {
	await tx.delete(exportParts).where(eq(exportParts.boardId, boardId));
	await tx
		.update(exportOrders)
		.set({ state: 'expired' })
		.where(and(eq(exportOrders.boardId, boardId), eq(exportOrders.state, 'done')));
	await tx
		.update(exportOrders)
		.set({ state: 'waiting', claimedUntil: null, attempts: sql`${exportOrders.attempts} + 1` })
		.where(and(eq(exportOrders.boardId, boardId), eq(exportOrders.state, 'running')));
}
