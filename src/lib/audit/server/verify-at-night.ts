/** At night: the whole log is read and checked, and what that said is stored for whoever reviews it. */
import { recordVerdict } from './commands/record-verdict.ts';
import { sealBoard } from './seal-board.ts';
import { verifyBoard } from './verify-board.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';

/** Checks every line of the board's log up to this moment, and stores the verdict in place of the night before's. */
export async function verifyAtNight(context: Context): Promise<void> {
	const { actor, database, trail, now } = context;
	if (actor.kind === 'anonymous') throw new Problem('sign-in-required');
	const { boardId } = actor;
	const desk = await database.forBoard(boardId);
	await sealBoard(desk, trail, boardId);
	const verifiedAt = now();
	const { checked, waiting, anchoredTo, fault } = await verifyBoard(
		desk,
		trail,
		boardId,
		trail.anchorsOf(boardId)
	);
	await run(context, recordVerdict, {
		verifiedAt,
		lineCount: checked + waiting,
		anchoredTo,
		fault: fault && { kind: fault.kind, seq: fault.seq }
	});
}
