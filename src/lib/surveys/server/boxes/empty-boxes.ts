/** Empties the boxes whose time has come, and destroys their keys once what was in them is stored. */
import type { ActorOfBoard } from '#lib/access/actor-of-board.ts';
import type { AnswerBoxId, SurveyId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { Problem } from '#lib/shared/problem.ts';
import { emptyAnswerBox, type BoxOutcome } from '../commands/empty-answer-box.ts';
import { listFullBoxes, listUseless } from './queries.ts';

/** A key whose box is not stored within this time never will be: the program fell in between. */
const longestMakingMs = 3_600_000;

/** One box. Its key is destroyed when the answers are stored, never before. */
export async function emptyBox(context: Context, boxId: AnswerBoxId): Promise<BoxOutcome> {
	const outcome = await run(context, emptyAnswerBox, { boxId });
	if (outcome.kind === 'emptied') context.database.keyRing.boxKeys.destroy(boxId);
	return outcome;
}

/** The survey's boxes, where it has closed: at once, without waiting for the night. */
export async function emptySurvey(context: Context, surveyId: SurveyId): Promise<void> {
	const { boardId } = requireBoard(context);
	const { orm: tx } = await context.database.forBoard(boardId);
	const own = (await listFullBoxes({ tx, boardId })).filter((box) => box.surveyId === surveyId);
	for (const { id } of own) await emptyBox(context, id);
}

/** All of the board's boxes that are due. Done every night; a second time changes nothing. */
export async function emptyDueBoxes(context: Context): Promise<readonly BoxOutcome[]> {
	const { boardId } = requireBoard(context);
	const { orm: tx } = await context.database.forBoard(boardId);
	const outcomes: BoxOutcome[] = [];
	for (const { id } of await listFullBoxes({ tx, boardId })) outcomes.push(await emptyBox(context, id));
	await destroyUselessKeys(context);
	return outcomes;
}

/** Keys that were left when the program fell after a box had been emptied, or before it had been made. */
export async function destroyUselessKeys({ database }: Pick<Context, 'database'>): Promise<void> {
	const { boxKeys } = database.keyRing;
	for (const id of await listUseless(database.orm, boxKeys.listOlderThan(longestMakingMs)))
		boxKeys.destroy(id);
}

function requireBoard({ actor }: Context): ActorOfBoard {
	if (actor.kind === 'anonymous') throw new Problem('sign-in-required');
	return actor;
}
