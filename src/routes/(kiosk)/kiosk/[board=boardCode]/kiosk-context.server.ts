import { Problem } from '#lib/shared/problem.ts';
import { findBoardByCode, type Board } from '#lib/shared/server/boards.ts';
import type { Context } from '#lib/shared/server/context.ts';

/** The context of a tablet: it knows nothing but its board, which comes from the address. */
export async function contextOfKiosk(
	locals: App.Locals,
	boardCode: string
): Promise<{ readonly context: Context; readonly board: Board }> {
	const board = await findBoardByCode(locals.context.database, boardCode);
	if (!board) throw new Problem('not-found');
	return { board, context: { ...locals.context, actor: { kind: 'respondent', boardId: board.id } } };
}
