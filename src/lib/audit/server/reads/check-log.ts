import { sealBoard } from '../seal-board.ts';
import { verifyBoard, type BoardVerdict } from '../verify-board.ts';
import { read } from '#lib/shared/server/read.ts';

/** Whether the board's whole log is whole, up to what was written a moment ago. Reads every line; tells none. */
export const checkLog = read({
	name: 'checkLog',
	permission: 'log:review',
	// It tells numbers of lines, nothing about anybody; and it must see the log as it stands, its own line not included.
	audit: 'none',
	subject: null,
	async run({ tx, trail, boardId }, _input: Record<never, never>): Promise<BoardVerdict> {
		const database = { orm: tx };
		await sealBoard(database, trail, boardId);
		return verifyBoard(database, trail, boardId, trail.anchorsOf(boardId));
	}
});
