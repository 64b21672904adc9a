import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { goalJudges } from '#lib/cases/goal.ts';
import { endGoal } from '#lib/cases/server/commands/end-goal.ts';
import { rateGoals } from '#lib/cases/server/commands/rate-goals.ts';
import { setGoal } from '#lib/cases/server/commands/set-goal.ts';
import { caseAccess } from '#lib/cases/server/reads/case-access.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { listGoals } from '#lib/cases/server/reads/list-goals.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type CaseId, type GoalId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { chosenId } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { respondentChoices } from '../../../../choices.ts';
import { findPlanned } from '../planned-occasion.server.ts';
import { wayToCase } from '../way-to-case.ts';
import { goalFormSchema, ratingFieldName, ratingFormSchema, readLevels } from './goal-form.ts';
import { toGoalCards } from './goals-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context } = locals;
	const { caseId } = params;
	const overview = await fetch(context, caseOverview, { caseId });
	const { may } = await fetch(context, caseAccess, { caseId });
	const planned = await findPlanned(context, caseId, url);
	const goals = toGoalCards(await fetch(context, listGoals, { caseId }));
	return {
		way: wayToCase(overview.case),
		caseHref: `/cases/${caseId}`,
		today: toLocalDate(context.now()),
		isOpen: overview.case.closedOn === null && may.write,
		planned: planned?.label ?? null,
		/** A form's own address replaces the query: the occasion has to be said again. */
		rateAction: planned ? `?/rate&occasion=${planned.id}` : '?/rate',
		judge: planned?.respondent ?? 'client',
		judges: respondentChoices(goalJudges),
		goals: goals.map((goal) => ({ ...goal, fieldName: ratingFieldName(goal.id) })),
		saved: savedSentence(url.searchParams.get('saved'))
	};
};

function savedSentence(what: string | null): string | null {
	if (what === 'goal') return m.goals_saved();
	return what === 'ended' ? m.goals_ended() : null;
}

export const actions: Actions = {
	set: async ({ locals, params, request }) => {
		const { context } = locals;
		const form = parseForm(goalFormSchema(toLocalDate(context.now())), await request.formData());
		if (!form.ok) return fail(422, { set: form.problem });
		await run(context, setGoal, { caseId: params.caseId, ...form.value });
		redirect(303, `/cases/${params.caseId}/goals?saved=goal`);
	},
	rate: async ({ locals, params, request, url }) => {
		const { context } = locals;
		const data = await request.formData();
		const values = readFields(data);
		const form = parseForm(ratingFormSchema(toLocalDate(context.now())), data);
		if (!form.ok) return fail(422, { rate: form.problem });
		const levels = readLevels(values);
		if (levels.length === 0) {
			const [first = ''] = Object.keys(values).filter((name) => name.startsWith('level.'));
			return fail(422, { rate: refuseField(values, first || 'ratedOn', m.goals_nothing_judged()) });
		}
		const planned = await findPlanned(context, params.caseId, url);
		const { caseId } = params;
		try {
			await run(context, rateGoals, { caseId, ...form.value, levels, occasionId: planned?.id ?? null });
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error;
			return fail(422, { rate: refuseField(values, 'ratedOn', m.goals_day_before_set()) });
		}
		redirect(303, `/cases/${caseId}?saved=goals-rated`);
	},
	end: async ({ locals, params, request }) => {
		const schema = v.object({ goalId: chosenId(parseId<GoalId>, m.staff_error_form) });
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, { rate: form.problem });
		await requireGoalOf(locals.context, params.caseId, form.value.goalId);
		await run(locals.context, endGoal, form.value);
		redirect(303, `/cases/${params.caseId}/goals?saved=ended`);
	}
};

/** A goal of the very case that the address names. */
async function requireGoalOf(context: Context, caseId: CaseId, goalId: GoalId): Promise<void> {
	const goals = await fetch(context, listGoals, { caseId });
	if (!goals.some(({ id }) => id === goalId)) throw new Problem('not-found');
}
