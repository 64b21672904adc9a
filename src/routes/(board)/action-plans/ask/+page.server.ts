import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { addDays, toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { optionalText } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { askForActionPlan } from '#lib/targets/server/commands/ask-for-action-plan.ts';
import { resultAddress } from '#lib/targets/ui/result-address.ts';
import { assessTrend } from '../../targets/assess-trend.server.ts';
import { parseResultQuery, type ResultQuery } from '../../targets/board-query.ts';
import { wordGoal } from '../../targets/word-goal.server.ts';
import { dayFromToday, maxCommentLength, tooLong } from '../plan-form.ts';
import type { Actions, PageServerLoad } from './$types';

const usualDays = 60;

export const load: PageServerLoad = async ({ locals, url }) => {
	const query = readQuery(url);
	const result = await findResult(locals, query);
	const { name } = wordGoal(locals, result.target);
	const today = toLocalDate(locals.context.now());
	return {
		way: [
			{
				href: resultAddress(query, query.providerId),
				label: m.board_result_title({ provider: result.provider, goal: name })
			}
		],
		goal: name,
		provider: result.provider,
		target: result.target,
		scale: result.scale,
		cell: result.cell,
		response: result.response,
		today,
		dueOn: addDays(today, usualDays)
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { year, law, instrumentId, item, providerId } = readQuery(url);
		const today = toLocalDate(locals.context.now());
		const schema = v.object({
			dueOn: dayFromToday(today),
			decisionReference: optionalText(200, () => m.staff_case_new_too_long({ max: 200 })),
			comment: optionalText(maxCommentLength, tooLong)
		});
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(422, form.problem);
		const input = { year, law, instrumentId, item, providerId, ...form.value };
		const id = await run(locals.context, askForActionPlan, input).catch((error: unknown) => {
			if (!(error instanceof Problem)) throw error;
			return error.code;
		});
		if (id === 'already-exists') {
			return fail(409, refuseField(readFields(data), 'dueOn', m.action_ask_exists()));
		}
		if (id === 'goal-not-missed') {
			return fail(409, refuseField(readFields(data), 'dueOn', m.problem_goal_not_missed()));
		}
		redirect(303, `/action-plans/${id}?done=asked`);
	}
};

function readQuery(url: URL): ResultQuery {
	const query = parseResultQuery(url.searchParams);
	if (!query) throw new Problem('invalid-input');
	return query;
}

async function findResult(locals: App.Locals, query: ResultQuery) {
	const trend = await assessTrend(locals, query, query.providerId);
	const found = trend.find(({ target }) => target.year === query.year);
	if (!found) throw new Problem('not-found');
	const { target, scale, result } = found;
	return { target, scale, cell: result.cell, response: result.response, provider: result.provider.name };
}
