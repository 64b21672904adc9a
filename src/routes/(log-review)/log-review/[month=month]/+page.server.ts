import { fail, redirect } from '@sveltejs/kit';
import { assignReview } from '#lib/audit/server/commands/assign-review.ts';
import { judgeVisit } from '#lib/audit/server/commands/judge-visit.ts';
import { signReview } from '#lib/audit/server/commands/sign-review.ts';
import { checkLog } from '#lib/audit/server/reads/check-log.ts';
import { reviewOfMonth, type ReviewOfMonth } from '#lib/audit/server/reads/review-of-month.ts';
import { m } from '#lib/paraglide/messages.js';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { findBoardOf } from '../../../visitor.server.ts';
import { monthName, storeFault } from '../log-review-words.ts';
import { readJudgements } from './judgement-form.ts';
import { toSignedView, toVisitView } from './visit-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const review = await fetch(locals.context, reviewOfMonth, { month: params.month });
	const board = await findBoardOf(locals);
	const { visits, visitCount } = review;
	return {
		way: [{ href: '/log-review', label: m.audit_reviews_title() }],
		title: m.audit_review_title({ month: monthName(review.month) }),
		lead: m.audit_review_lead({ drawn: visits.length, visits: visitCount }),
		facts: [
			{ term: m.audit_review_facts_drawn(), value: review.drawnOn },
			{ term: m.audit_review_facts_due(), value: review.dueOn },
			{ term: m.audit_review_facts_reviewer(), value: describeReviewer(review) },
			{ term: m.audit_review_facts_seed(), value: review.seed.slice(0, 16) }
		],
		visits: visits.map((visit, index) => toVisitView(visit, index, review)),
		otherReviewer: review.maySign ? null : review.assignedToName,
		left: visits.filter(({ judged }) => judged === null).length,
		signed: toSignedView(review, board?.code ?? ''),
		isSaved: url.searchParams.has('saved')
	};
};

function describeReviewer({ signedByName, assignedToName }: ReviewOfMonth): string {
	if (signedByName !== null) return signedByName;
	return assignedToName === null
		? m.audit_reviews_nobody()
		: m.audit_review_assigned({ name: assignedToName });
}

export const actions: Actions = {
	take: async ({ locals, params }) => {
		const { actor } = locals.context;
		const staffId = actor.kind === 'staff' ? actor.staffId : null;
		await run(locals.context, assignReview, { month: params.month, staffId });
		redirect(303, `/log-review/${params.month}`);
	},
	save: async ({ locals, params, request }) => {
		const fields = readFields(await request.formData());
		const { id: reviewId, visits } = await fetch(locals.context, reviewOfMonth, { month: params.month });
		const { changed, errors } = readJudgements(fields, visits);
		if (Object.keys(errors).length > 0) return fail(422, { values: fields, errors });
		for (const { visit, judgement, note } of changed) {
			await run(locals.context, judgeVisit, { reviewId, visitId: visit.id, judgement, note });
		}
		redirect(303, `/log-review/${params.month}?saved=yes`);
	},
	sign: async ({ locals, params }) => {
		const { id: reviewId } = await fetch(locals.context, reviewOfMonth, { month: params.month });
		const { head, fault } = await fetch(locals.context, checkLog, {});
		await run(locals.context, signReview, {
			reviewId,
			chain: {
				chainSeq: head?.seq ?? null,
				chainSeal: head?.seal ?? null,
				chainFault: fault ? storeFault(fault) : null
			}
		});
		redirect(303, `/log-review/${params.month}`);
	}
};
