import { Problem } from '#lib/shared/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { assessTrend } from '../assess-trend.server.ts';
import { parseResultQuery } from '../board-query.ts';
import { wordGoal } from '../word-goal.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const query = parseResultQuery(url.searchParams);
	if (!query) throw new Problem('invalid-input');
	const { year, law, providerId } = query;
	const trend = await assessTrend(locals, query, providerId);
	const current = trend.find(({ target }) => target.year === year);
	if (!current) throw new Problem('not-found');
	return {
		way: [{ href: `/targets?year=${year}&law=${law}`, label: m.board_result_way({ year }) }],
		provider: current.result.provider.name,
		wording: wordGoal(locals, current.target),
		current: { target: current.target, scale: current.scale, cell: current.result.cell },
		answers: current.result.answers,
		years: trend.map(({ target, scale, result }) => ({ target, scale, cell: result.cell }))
	};
};
