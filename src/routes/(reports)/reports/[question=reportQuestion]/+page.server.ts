import { fail, redirect } from '@sveltejs/kit';
import { mayAct } from '#lib/access/permissions.ts';
import { m } from '#lib/paraglide/messages.js';
import { analysisSteps, longestStep } from '#lib/reports/conclusion.ts';
import { saveConclusion } from '#lib/reports/server/commands/save-conclusion.ts';
import { reportConclusion } from '#lib/reports/server/reads/report-conclusion.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openReport, readAddress } from '../open-report.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const opened = await openReport(locals, params.question, url.searchParams);
	const mayConclude = mayAct(locals.actor, 'result:conclude');
	const place = { report: params.question, query: opened.query };
	const conclusion = mayConclude ? await fetch(locals.context, reportConclusion, place) : null;
	return {
		...opened,
		conclusion: conclusion && {
			steps: conclusion.steps,
			day: toLocalDate(conclusion.writtenAt),
			writer: conclusion.writer
		},
		mayConclude,
		way: [{ href: '/reports', label: m.report_back() }]
	};
};

export const actions: Actions = {
	save: async ({ locals, params, url, request }) => {
		const fields = readFields(await request.formData());
		const steps = Object.fromEntries(analysisSteps.map((step) => [step, fields[step] ?? '']));
		const { query } = readAddress(locals, params.question, url.searchParams);
		try {
			await run(locals.context, saveConclusion, { report: params.question, query, steps });
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error;
			return fail(422, { steps, error: m.report_steps_error({ max: longestStep }) });
		}
		redirect(303, `/reports/${params.question}${query === '' ? '' : `?${query}`}#steps`);
	}
};
