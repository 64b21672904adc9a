import { createHmac } from 'node:crypto';
import { assessVisits } from '../../assess-visits.ts';
import { drawSample } from '../../draw-sample.ts';
import { firstDayOf, monthOf, nextMonth, type Month } from '../../review-month.ts';
import { reviewLimits } from '../../review-rules.ts';
import { swedishTime } from '../../swedish-time.ts';
import { gatherVisits } from '../../visit.ts';
import { findChainHead } from '../queries.ts';
import { findCaseFacts } from '../review/case-facts.ts';
import { findReview, insertReview, listStaffLines } from '../review/queries.ts';
import { turnOf } from '../review/turn.ts';
import { listReviewers } from '#lib/access/server/colleagues/queries.ts';
import type { LogReviewId } from '#lib/shared/ids.ts';
import { addDays, toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface DrawReviewInput {
	readonly month: Month;
}

/**
 * Draws the sample of a month's log review, once, and gives it to the reviewer whose turn it is. Refuses a month that is not over (`invalid-input`) and one that has been
 * drawn (`already-exists`).
 */
export const drawReview = command({
	name: 'drawReview',
	permission: 'log:review',
	audit: 'always',
	subject: ({ month }: DrawReviewInput, id: LogReviewId) => ({ type: 'log-review', id, reason: month }),
	async run(work, { month }: DrawReviewInput): Promise<LogReviewId> {
		if (monthOf(work.today) <= month) throw new Problem('invalid-input', { field: 'month' });
		if (await findReview(work, { month })) throw new Problem('already-exists');
		const first = firstDayOf(month);
		const last = addDays(firstDayOf(nextMonth(month)), -1);
		const { explainingDays } = reviewLimits;
		const lines = await listStaffLines(work, addDays(first, -explainingDays), addDays(last, explainingDays));
		const around = gatherVisits(lines, toLocalDate);
		const visits = around.filter(({ day }) => first <= day && day <= last);
		const facts = { ...(await findCaseFacts(work, around)), swedishTime };
		const seed = await makeSeed(work, month);
		const sample = drawSample(visits, assessVisits(visits, around, facts), rankBy(seed));
		const id = work.newId() as LogReviewId;
		const drawn = sample.map(({ visit }) => visit);
		const reviewer = await turnOf(work, month, await listReviewers(work), drawn);
		const assignedTo = reviewer?.staffId ?? null;
		const review = { id, month, seed, drawnOn: work.today, visitCount: visits.length, assignedTo };
		await insertReview(work, review, sample);
		return id;
	}
});

/** From the chain as it stands, with the log's key: whoever draws cannot choose it, whoever has the key can check it. */
async function makeSeed(work: Work, month: Month): Promise<string> {
	const head = await findChainHead(work);
	return work.trail.sign(JSON.stringify(['genklang review seed 1', work.boardId, month, head?.seal ?? null]))
		.mac;
}

function rankBy(seed: string): (key: string) => string {
	return (key) => createHmac('sha256', seed).update(key).digest('hex');
}
