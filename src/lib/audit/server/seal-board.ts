/**
 * Takes the lines that have been written since last time into the board's chain. Not in the transaction that wrote them:
 * then every submission and every page view in a board would stand in line behind the others' commits. What can be
 * removed unseen until then is no more than what can be cut off the end of any chain until it is anchored
 * (docs/decisions/0008-signed-lines-sealed-in-batches.md).
 */
import { sql } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Database } from '#lib/shared/server/database.ts';
import type { AuditTrail } from '../audit-trail.ts';
import { lineText, sealText } from '../signed-text.ts';
import { findChainHead, listUnsealedLines, updateAsSealed, type Seal } from './queries.ts';

/** Only one process at a time seals a board; the first number is arbitrary but fixed. */
const sealLock = 4_731_903;
const batchSize = 500;

/** Seals all of the board's waiting lines that are committed. Gives how many they were. */
export async function sealBoard(
	database: Pick<Database, 'orm'>,
	trail: AuditTrail,
	boardId: BoardId
): Promise<number> {
	for (let total = 0; ;) {
		const count = await sealBatch(database, trail, boardId);
		total += count;
		if (count < batchSize) return total;
	}
}

function sealBatch(database: Pick<Database, 'orm'>, trail: AuditTrail, boardId: BoardId): Promise<number> {
	return database.orm.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${sealLock}, hashtext(${boardId}))`);
		const scope = { tx, boardId };
		const waiting = await listUnsealedLines(scope, batchSize);
		if (waiting.length === 0) return 0;
		const head = await findChainHead(scope);
		let seq = head?.seq ?? 0;
		let previousSeal = head?.seal ?? null;
		const seals: Seal[] = [];
		for (const line of waiting) {
			seq += 1;
			const place = { boardId, seq, previousSeal, line: lineText(line), lineMac: line.signature.mac };
			const seal = trail.sign(sealText(place));
			seals.push({ id: line.id, seq, seal });
			previousSeal = seal.mac;
		}
		await updateAsSealed(scope, seals);
		return seals.length;
	});
}
