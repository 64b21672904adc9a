/** At night: every month that is over and has not been drawn is, so that its sample waits for whoever reviews. */
import { listMonths, monthOf, type Month } from '../review-month.ts';
import { drawReview } from './commands/draw-review.ts';
import { findFirstDay, listReviewsOfBoard } from './review/queries.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';

/** Draws the reviews that are due, the oldest first; each is a command of its own, with its own line in the log. */
export async function drawDueReviews(context: Context): Promise<void> {
	for (const month of await listUndrawnMonths(context)) {
		try {
			await run(context, drawReview, { month });
		} catch (problem) {
			// A reviewer who is up late, or another process, was quicker.
			if (!(problem instanceof Problem) || problem.code !== 'already-exists') throw problem;
		}
	}
}

async function listUndrawnMonths({ actor, database, now }: Context): Promise<readonly Month[]> {
	if (actor.kind === 'anonymous') throw new Problem('sign-in-required');
	const { boardId } = actor;
	const thisMonth = monthOf(toLocalDate(now()));
	const { orm } = await database.forBoard(boardId);
	return orm.transaction(async (tx) => {
		const first = await findFirstDay({ tx, boardId });
		if (!first) return [];
		const drawn = new Set((await listReviewsOfBoard({ tx, boardId })).map(({ month }) => month));
		return listMonths(monthOf(first), thisMonth)
			.filter((month) => month < thisMonth && !drawn.has(month))
			.toReversed();
	});
}
