/** At night: every month that is over is drawn, and every review that is to be done is somebody's. */
import { listMonths, monthOf, type Month } from '../review-month.ts';
import { assignReview } from './commands/assign-review.ts';
import { drawReview } from './commands/draw-review.ts';
import { findFirstDay, listReviewsOfBoard } from './review/queries.ts';
import { listReviewers } from '#lib/access/server/colleagues/queries.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';

/**
 * Draws the reviews that are due, the oldest first, and assigns those that nobody has or whose person reviews no longer. Each
 * is a command of its own, with its own line in the log.
 */
export async function drawDueReviews(context: Context): Promise<void> {
	for (const month of await listUndrawnMonths(context)) {
		try {
			await run(context, drawReview, { month });
		} catch (problem) {
			// A reviewer who is up late, or another process, was quicker.
			if (!(problem instanceof Problem) || problem.code !== 'already-exists') throw problem;
		}
	}
	for (const month of await listUnassignedMonths(context)) {
		await run(context, assignReview, { month, staffId: null });
	}
}

/** Reviews that are not signed and are nobody's, or somebody's who does not hold the role; none while nobody does. */
async function listUnassignedMonths({ actor, database, now }: Context): Promise<readonly Month[]> {
	if (actor.kind === 'anonymous') throw new Problem('sign-in-required');
	const { boardId } = actor;
	const { orm } = await database.forBoard(boardId);
	return orm.transaction(async (tx) => {
		const reviewers = await listReviewers({ tx, boardId, today: toLocalDate(now()) });
		if (reviewers.length === 0) return [];
		const holds = new Set<string>(reviewers.map(({ staffId }) => staffId));
		return (await listReviewsOfBoard({ tx, boardId }))
			.filter(({ signed, visitCount }) => signed === null && visitCount > 0)
			.filter(({ assignedTo }) => assignedTo === null || !holds.has(assignedTo))
			.map(({ month }) => month)
			.toReversed();
	});
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
