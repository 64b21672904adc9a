import { mayAct } from '#lib/access/permissions.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { isOpen } from '#lib/targets/action-plan.ts';
import { providerTexts } from '#lib/surveys/server/reads/provider-texts.ts';
import { listActionPlans } from '#lib/targets/server/reads/list-action-plans.ts';
import { describeState } from '../../action-plans/plan-words.ts';
import { Problem } from '#lib/shared/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameQuestion } from '../../../(admin)/surveys/[surveyId=surveyId]/name-question.server.ts';
import { assessTrend } from '../assess-trend.server.ts';
import { parseResultQuery, type ResultQuery } from '../board-query.ts';
import { wordGoal } from '../word-goal.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const query = parseResultQuery(url.searchParams);
	if (!query) throw new Problem('invalid-input');
	const { year, law, providerId } = query;
	const trend = await assessTrend(locals, query, providerId);
	const current = trend.find(({ target }) => target.year === year);
	if (!current) throw new Problem('not-found');
	const plans = await listPlans(locals, query);
	const { cell } = current.result;
	const isMissed = cell.kind === 'shown' && !cell.value.isMet;
	return {
		plans: plans.map(({ id, dueOn, state }) => ({
			id,
			dueOn,
			state: describeState({ dueOn, state }, toLocalDate(locals.context.now())).text
		})),
		mayAsk: isMissed && mayAct(locals.actor, 'action-plan:ask') && !plans.some(isOpen),
		isMissed,
		written: await listWritten(locals, query),
		query: url.search,
		way: [{ href: `/targets?year=${year}&law=${law}`, label: m.board_result_way({ year }) }],
		provider: current.result.provider.name,
		wording: wordGoal(locals, current.target),
		current: {
			target: current.target,
			scale: current.scale,
			cell: current.result.cell,
			response: current.result.response
		},
		answers: current.result.answers,
		years: trend.map(({ target, scale, result }) => ({ target, scale, cell: result.cell }))
	};
};

/** The plans about just this result; none for those who may not see plans. */
async function listPlans({ actor, context }: App.Locals, query: ResultQuery) {
	if (!mayAct(actor, 'action-plan:read')) return [];
	const all = await fetch(context, listActionPlans, {});
	return all.filter(
		(plan) =>
			plan.providerId === query.providerId &&
			plan.year === query.year &&
			plan.law === query.law &&
			plan.instrumentId === query.instrumentId &&
			plan.item === query.item
	);
}

/** What has been written about the provider, for its own staff and the administration; null for others. */
async function listWritten(locals: App.Locals, { providerId, instrumentId, year }: ResultQuery) {
	if (!mayAct(locals.actor, 'survey-text:read')) return null;
	const groups = await fetch(locals.context, providerTexts, { providerId, instrumentId, year });
	return groups.map((group) => ({
		question: nameQuestion(locals, [], group),
		about: null,
		texts: group.texts
	}));
}
