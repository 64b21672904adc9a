/** Boards: found by the code in the address, made by whoever installs the program. */
import { eq } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import { queryRows, type Database } from './database.ts';
import { throwAsProblem } from './database-error.ts';
import { boards } from './tables.ts';

export interface Board {
	readonly id: BoardId;
	readonly code: string;
	readonly name: string;
}

/** A code never changes its board, so what was found once is not looked up again. Only a cache: it may be lost. */
const found = new WeakMap<Database, Map<string, Board>>();

/** The board with the code, or null. */
export async function findBoardByCode(database: Database, code: string): Promise<Board | null> {
	const known = found.get(database) ?? new Map<string, Board>();
	found.set(database, known);
	const cached = known.get(code);
	if (cached) return cached;
	const rows = await database.orm.select().from(boards).where(eq(boards.code, code)).catch(throwAsProblem);
	const board = rows[0] ?? null;
	if (board) known.set(code, board);
	return board;
}

/** All boards, by code. */
export async function listBoards(database: Database): Promise<readonly Board[]> {
	return database.orm.select().from(boards).orderBy(boards.code).catch(throwAsProblem);
}

/** Makes a board with a key of its own when installing. Refuses a code that is taken (`already-exists`). */
export async function createBoard(database: Database, board: Board): Promise<void> {
	await database.orm
		.transaction(async (tx) => {
			await tx.insert(boards).values(board);
			await database.keyRing.makeFirstKey(board.id, (statement) => queryRows(tx, statement));
		})
		.catch(throwAsProblem);
}
