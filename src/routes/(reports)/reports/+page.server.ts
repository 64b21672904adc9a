import { mayAct } from '#lib/access/permissions.ts';
import { listReports } from '#lib/reports/list-reports.ts';
import { reportMaterial } from '#lib/reports/server/reads/report-material.ts';
import { requireKnownQuery } from '#lib/shared/known-query.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { finishedSurveys } from '#lib/surveys/server/reads/finished-surveys.ts';
import type { PageServerLoad } from './$types';

/** Those that the first cards lead to. */
const mainQuestions = ['what-has-changed', 'whom-do-we-lose', 'what-clients-think'];

export const load: PageServerLoad = async ({ locals: { context, actor }, url }) => {
	requireKnownQuery(url.searchParams, []);
	const { answerable, missing } = listReports(await fetch(context, reportMaterial, { asked: 'list' }));
	return {
		ready: answerable.map(({ id }) => id).filter((id) => !mainQuestions.includes(id)),
		missing: missing.map(({ question, variables }) => ({ id: question.id, variables })),
		mayExplore: mayAct(actor, 'result:explore'),
		surveys: mayAct(actor, 'survey-result:read') ? await fetch(context, finishedSurveys, {}) : []
	};
};
