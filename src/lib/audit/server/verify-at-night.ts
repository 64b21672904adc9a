/** At night: the whole log is read and checked, and what that said is stored for whoever reviews it. */
import { recordVerdict } from './commands/record-verdict.ts';
import { sealBoard } from './seal-board.ts';
import { verifyBoard } from './verify-board.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';

/**
 * Checks every line of the board's log up to this moment, and stores the verdict in place of the night before's. Complains of
 * a log that is not whole: whoever runs the program has the backups, and may be who knows why.
 */
export async function verifyAtNight(
	context: Context,
	complain: (sentence: string) => void = () => {}
): Promise<void> {
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
	if (fault) {
		complain(
			'Åtkomstloggen är inte hel. Kör genklang verify-audit, som säger i vilken nämnd, från vilken rad och hur.'
		);
	}
	await run(context, recordVerdict, {
		verifiedAt,
		lineCount: checked + waiting,
		anchoredTo,
		fault: fault && { kind: fault.kind, seq: fault.seq }
	});
}
