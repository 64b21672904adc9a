/** Which board somebody who works for several acts for in this session. */
import type { BoardId } from '#lib/shared/ids.ts';
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import type { StaffSession } from '../../staff-session.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { updateSessionBoard } from './queries.ts';

/** The board that now holds, or null when the person has no role there today. */
export async function chooseBoard(
	{ database }: SignInContext,
	session: StaffSession,
	wanted: string
): Promise<BoardId | null> {
	const board = session.boards.find(({ boardId }) => boardId === wanted);
	if (!board || session.secondFactor === null) return null;
	await updateSessionBoard(database.orm, session.id, board.boardId).catch(throwAsProblem);
	return board.boardId;
}
