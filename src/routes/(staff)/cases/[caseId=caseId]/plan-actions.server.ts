/** What is recorded about a case's plan on its page. Each must be about the very case that the address names. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { moveIntervention } from '#lib/cases/server/commands/move-intervention.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { missedReasons } from '#lib/plans/occasion.ts';
import { endPlan } from '#lib/plans/server/commands/end-plan.ts';
import { recordDone } from '#lib/plans/server/commands/record-done.ts';
import { recordMissed } from '#lib/plans/server/commands/record-missed.ts';
import { reopenOccasion } from '#lib/plans/server/commands/reopen-occasion.ts';
import { casePlans } from '#lib/plans/server/reads/case-plans.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	parseId,
	type CaseId,
	type CasePlanId,
	type InterventionId,
	type OccasionId
} from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { choice, chosenId, optionalDate, requiredDate } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';

type Event = RequestEvent<{ caseId: CaseId }>;

const occasionField = { occasionId: chosenId(parseId<OccasionId>, m.staff_error_form) };
const planField = { casePlanId: chosenId(parseId<CasePlanId>, m.staff_error_form) };
const interventionField = { interventionId: chosenId(parseId<InterventionId>, m.staff_error_form) };
const reasonSchema = v.object({ ...occasionField, reason: choice(missedReasons, m.plans_case_miss_missing) });

/** Refuses what belongs to another case, within reach or not. */
async function requireOccasion({ locals, params }: Event, id: OccasionId): Promise<void> {
	const followed = await fetch(locals.context, casePlans, { caseId: params.caseId });
	if (!followed.some(({ occasions }) => occasions.some((occasion) => occasion.id === id))) {
		throw new Problem('not-found');
	}
}

function done({ params }: Event, what: string): never {
	redirect(303, `/cases/${params.caseId}?saved=${what}#plan`);
}

export const planActions = {
	recordDone: async (event: Event) => {
		const { context } = event.locals;
		const today = toLocalDate(context.now());
		const doneOn = v.pipe(
			requiredDate(m.plans_case_done_wrong),
			v.check((day) => day <= today, m.plans_case_done_wrong)
		);
		const form = parseForm(v.object({ ...occasionField, doneOn }), await event.request.formData());
		if (!form.ok) return failed(form.problem.values['occasionId'], 'doneOn', form.problem.errors['doneOn']);
		await requireOccasion(event, form.value.occasionId);
		try {
			await run(context, recordDone, form.value);
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'too-soon') throw error;
			return failed(form.value.occasionId, 'doneOn', problemMessage(error.code, error.details));
		}
		return done(event, 'recorded');
	},
	recordMissed: async (event: Event) => {
		const form = parseForm(reasonSchema, await event.request.formData());
		if (!form.ok) return failed(form.problem.values['occasionId'], 'reason', form.problem.errors['reason']);
		await requireOccasion(event, form.value.occasionId);
		await run(event.locals.context, recordMissed, form.value);
		return done(event, 'recorded');
	},
	reopen: async (event: Event) => {
		const form = parseForm(v.object(occasionField), await event.request.formData());
		if (!form.ok) throw new Problem('invalid-input');
		await requireOccasion(event, form.value.occasionId);
		await run(event.locals.context, reopenOccasion, form.value);
		return done(event, 'reopened');
	},
	endPlan: async (event: Event) => {
		const form = parseForm(v.object(planField), await event.request.formData());
		if (!form.ok) throw new Problem('invalid-input');
		const { params, locals } = event;
		const followed = await fetch(locals.context, casePlans, { caseId: params.caseId });
		if (!followed.some(({ id }) => id === form.value.casePlanId)) throw new Problem('not-found');
		await run(locals.context, endPlan, form.value);
		return done(event, 'plan-ended');
	},
	moveIntervention: async (event: Event) => {
		const { params, locals } = event;
		const wrong = m.plans_intervention_wrong;
		const schema = v.pipe(
			v.object({ ...interventionField, startedOn: optionalDate(wrong), endedOn: optionalDate(wrong) }),
			v.forward(
				v.check(({ startedOn, endedOn }) => !startedOn || !endedOn || startedOn <= endedOn, wrong),
				['endedOn']
			)
		);
		const form = parseForm(schema, await event.request.formData());
		if (!form.ok) {
			const { values, errors } = form.problem;
			const text = errors['endedOn'] ?? errors['startedOn'] ?? m.staff_error_form();
			return fail(422, { interventionError: { interventionId: values['interventionId'] ?? '', text } });
		}
		const { interventions } = await fetch(locals.context, caseOverview, { caseId: params.caseId });
		if (!interventions.some(({ id }) => id === form.value.interventionId)) throw new Problem('not-found');
		await run(locals.context, moveIntervention, form.value);
		return redirect(303, `/cases/${params.caseId}?saved=intervention-moved`);
	}
};

function failed(occasionId: string | undefined, field: string, text: string | undefined) {
	const planError = { occasionId: occasionId ?? '', field, text: text ?? m.staff_error_form() };
	return fail(422, { planError });
}
