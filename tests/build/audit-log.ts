/** What an attacker with all rights in the database can do to the access log: its triggers turned off. */
import { sql, type SQL } from 'drizzle-orm';
import type { Anchor } from '#lib/audit/audit-trail.ts';
import { findChainHead } from '#lib/audit/server/queries.ts';
import { sealBoard } from '#lib/audit/server/seal-board.ts';
import { verifyBoard, type BoardVerdict } from '#lib/audit/server/verify-board.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { testTrail, type TestBoard } from './test-board.ts';

/** Carries out statements on the log as whoever owns the database could. */
export async function tamper({ database }: TestBoard, ...statements: readonly SQL[]): Promise<void> {
	await database.orm.transaction(async (tx) => {
		await tx.execute(sql`alter table audit_events disable trigger user`);
		for (const statement of statements) await tx.execute(statement);
		await tx.execute(sql`alter table audit_events enable trigger user`);
	});
}

/** Seals everything the board has written. */
export function seal({ database, board }: TestBoard): Promise<number> {
	return sealBoard(database, testTrail, board.id);
}

/** Where the board's chain is now. */
export async function anchorOf({ database, board }: TestBoard): Promise<Anchor> {
	const head = await findChainHead({ tx: database.orm, boardId: board.id });
	if (!head) throw new Error('Nothing has been sealed.');
	return head;
}

export function verify(
	{ database, board }: TestBoard,
	anchors: readonly Anchor[] = []
): Promise<BoardVerdict> {
	return verifyBoard(database, testTrail, board.id, anchors);
}

/** How many lines the board's log has. */
export async function countLines({ database, board }: TestBoard): Promise<number> {
	const [row] = await queryRows<{ count: number }>(
		database.orm,
		sql`select count(*)::int as count from audit_events where board_id = ${board.id}`
	);
	return row?.count ?? 0;
}
