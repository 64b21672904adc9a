import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayAct } from '#lib/access/permissions.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ActionPlanId } from '#lib/shared/ids.ts';
import { addDays, toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { optionalText, requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { isOpen, isToBeWritten, type PlanContent } from '#lib/targets/action-plan.ts';
import { acceptActionPlan } from '#lib/targets/server/commands/accept-action-plan.ts';
import { closeActionPlan } from '#lib/targets/server/commands/close-action-plan.ts';
import { returnActionPlan } from '#lib/targets/server/commands/return-action-plan.ts';
import { saveActionPlanDraft } from '#lib/targets/server/commands/save-action-plan-draft.ts';
import { sendActionPlan } from '#lib/targets/server/commands/send-action-plan.ts';
import { withdrawActionPlan } from '#lib/targets/server/commands/withdraw-action-plan.ts';
import { actionPlanHistory } from '#lib/targets/server/reads/action-plan-history.ts';
import { assessTrend } from '../../targets/assess-trend.server.ts';
import { nameGoals } from '../goal-name.server.ts';
import { dayFromToday, draftSchema, maxCommentLength, sentSchema, tooLong } from '../plan-form.ts';
import { describeState } from '../plan-words.ts';
import { sayDone } from './plan-said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, actor } = locals;
	const { plan, events } = await fetch(context, actionPlanHistory, { id: params.actionPlanId });
	const today = toLocalDate(context.now());
	const [nameOf, trend] = await Promise.all([
		nameGoals(locals, [plan]),
		assessTrend(locals, plan, plan.providerId)
	]);
	const years = trend.map(({ target, scale, result }) => ({
		target,
		scale,
		cell: result.cell,
		response: result.response
	}));
	const mayAsk = mayAct(actor, 'action-plan:ask');
	const mayWrite = mayAct(actor, 'action-plan:write');
	return {
		way: [{ href: '/action-plans', label: m.action_title() }],
		goal: nameOf(plan),
		provider: plan.providerName,
		plan: {
			id: plan.id,
			year: plan.year,
			law: plan.law,
			instrumentId: plan.instrumentId,
			item: plan.item,
			providerId: plan.providerId,
			dueOn: plan.dueOn
		},
		state: describeState(plan, today),
		isOver: !isOpen(plan),
		draft: toFields(plan.draft),
		events,
		year: years.find(({ target }) => target.year === plan.year) ?? null,
		later: years.filter(({ target }) => target.year > plan.year),
		today,
		nextDue: addDays(today, 30),
		may: {
			write: mayWrite && isToBeWritten(plan),
			answer: mayAsk && plan.state === 'sent',
			close: mayAsk && plan.state === 'accepted',
			withdraw: mayAsk && isOpen(plan)
		},
		said: sayDone(url.searchParams.get('done'))
	};
};

function toFields({ doneBy, ...texts }: PlanContent): Readonly<Record<string, string>> {
	return { ...texts, doneBy: doneBy ?? '' };
}

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = parseForm(draftSchema(toLocalDate(locals.context.now())), await request.formData());
		if (!form.ok) return fail(422, form.problem);
		return step(params.actionPlanId, 'saved', () =>
			run(locals.context, saveActionPlanDraft, { id: params.actionPlanId, content: form.value })
		);
	},
	send: async ({ locals, params, request }) => {
		const form = parseForm(sentSchema(toLocalDate(locals.context.now())), await request.formData());
		if (!form.ok) return fail(422, form.problem);
		return step(params.actionPlanId, 'sent', () =>
			run(locals.context, sendActionPlan, { id: params.actionPlanId, content: form.value })
		);
	},
	accept: async ({ locals, params, request }) => {
		const schema = v.object({ acceptComment: optionalText(maxCommentLength, tooLong) });
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const { acceptComment: comment } = form.value;
		return step(params.actionPlanId, 'accepted', () =>
			run(locals.context, acceptActionPlan, { id: params.actionPlanId, comment })
		);
	},
	return: async ({ locals, params, request }) => {
		const schema = v.object({
			returnComment: requiredText(m.action_return_missing, maxCommentLength, tooLong),
			dueOn: dayFromToday(toLocalDate(locals.context.now()))
		});
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const { returnComment: comment, dueOn } = form.value;
		return step(params.actionPlanId, 'returned', () =>
			run(locals.context, returnActionPlan, { id: params.actionPlanId, comment, dueOn })
		);
	},
	close: async ({ locals, params, request }) => {
		const year = Number(readFields(await request.formData())['year']);
		if (!Number.isInteger(year)) throw new Problem('invalid-input');
		return step(params.actionPlanId, 'closed', () =>
			run(locals.context, closeActionPlan, { id: params.actionPlanId, year })
		);
	},
	withdraw: async ({ locals, params, request }) => {
		const schema = v.object({
			withdrawComment: requiredText(m.action_withdraw_missing, maxCommentLength, tooLong)
		});
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const { withdrawComment: comment } = form.value;
		return step(params.actionPlanId, 'withdrawn', () =>
			run(locals.context, withdrawActionPlan, { id: params.actionPlanId, comment })
		);
	}
};

/** Takes the step and shows the plan; when somebody else has just taken another, the page says so. */
async function step(id: ActionPlanId, done: string, take: () => Promise<unknown>): Promise<never> {
	const said = await take().then(
		() => done,
		(error: unknown) => {
			if (error instanceof Problem && error.code === 'changed-meanwhile') return 'changed';
			throw error;
		}
	);
	redirect(303, `/action-plans/${id}?done=${said}`);
}
