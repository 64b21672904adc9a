import { error, redirect } from '@sveltejs/kit';
import { drawReview } from '#lib/audit/server/commands/draw-review.ts';
import { checkLog } from '#lib/audit/server/reads/check-log.ts';
import { listReviews } from '#lib/audit/server/reads/list-reviews.ts';
import { nightlyCheck } from '#lib/audit/server/reads/nightly-check.ts';
import { parseMonth } from '#lib/audit/review-month.ts';
import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toChainView, toNightView } from './chain-view.ts';
import { monthName } from './log-review-words.ts';
import { toMonthView } from './month-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const months = await fetch(locals.context, listReviews, {});
	const overdue = months.filter(({ state }) => state === 'overdue');
	const oldest = overdue.at(-1);
	return {
		months: months.map(toMonthView),
		overdue: oldest ? { count: overdue.length, month: monthName(oldest.month), dueOn: oldest.dueOn } : null,
		night: toNightView(await fetch(locals.context, nightlyCheck, {}))
	};
};

export const actions: Actions = {
	// The whole log is read only when somebody asks for it, and at night.
	check: async ({ locals }) => ({ checked: toChainView(await fetch(locals.context, checkLog, {})) }),
	draw: async ({ locals, request }) => {
		const month = parseMonth(readFields(await request.formData())['month'] ?? '');
		if (!month) error(422, { status: 422, message: problemMessage('invalid-input'), code: 'invalid-input' });
		try {
			await run(locals.context, drawReview, { month });
		} catch (problem) {
			// Somebody else, or the nightly round, was quicker: then it is there.
			if (!(problem instanceof Problem) || problem.code !== 'already-exists') throw problem;
		}
		redirect(303, `/log-review/${month}`);
	}
};
