import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { publishResults } from '#lib/reports/server/commands/publish-results.ts';
import { withdrawPublication } from '#lib/reports/server/commands/withdraw-publication.ts';
import { listPublications } from '#lib/reports/server/reads/list-publications.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { findBoardOf } from '../../../visitor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const all = await fetch(locals.context, listPublications, {});
	const board = await findBoardOf(locals);
	const history = all.filter(({ year }) => String(year) === params.year);
	const address = `${url.origin}/results/${board?.code ?? ''}/${params.year}`;
	return {
		way: [{ href: '/publications', label: m.publish_title() }],
		year: params.year,
		today: toLocalDate(locals.context.now()),
		current: history.find(({ ended }) => ended === null) ?? null,
		history: history.filter(({ ended }) => ended !== null),
		address,
		embed: `<iframe src="${address}" title="${m.publish_embed_name({ board: board?.name ?? '', year: params.year })}" width="100%" height="900"></iframe>`,
		signInAgain: `/sign-in?again=1&next=/publications/${params.year}`,
		said: sayDone(url.searchParams.get('done'))
	};
};

function sayDone(what: string | null): string | null {
	if (what === 'published') return m.publish_done();
	return what === 'withdrawn' ? m.publish_withdrawn() : null;
}

export const actions: Actions = {
	publish: async ({ locals, params, request }) => {
		const today = toLocalDate(locals.context.now());
		const schema = v.object({
			decidedOn: v.pipe(
				requiredDate(() => m.staff_case_new_date_wrong({ example: today })),
				v.check((day) => day <= today, m.staff_case_new_date_future)
			),
			decisionReference: requiredText(m.staff_target_reference_missing, 200, () =>
				m.staff_case_new_too_long({ max: 200 })
			)
		});
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(422, { ...form.problem, isStale: false });
		const board = await findBoardOf(locals);
		const input = { year: Number(params.year), boardName: board?.name ?? '', ...form.value };
		const code = await run(locals.context, publishResults, input).then(
			() => null,
			(error: unknown) => {
				if (error instanceof Problem) return error.code;
				throw error;
			}
		);
		if (code === 'fresh-sign-in-required') return stale(readFields(data));
		if (code === 'nothing-to-publish' || code === 'difference-too-small') {
			const sentence =
				code === 'nothing-to-publish'
					? m.problem_nothing_to_publish({ year: params.year })
					: m.publish_difference_too_small();
			return fail(409, { ...refuseField(readFields(data), 'decidedOn', sentence), isStale: false });
		}
		if (code !== null) throw new Problem(code);
		redirect(303, `/publications/${params.year}?done=published`);
	},
	withdraw: async ({ locals, params, request }) => {
		const schema = v.object({
			comment: requiredText(m.publish_withdraw_missing, 2000, () => m.staff_case_new_too_long({ max: 2000 }))
		});
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(422, { ...form.problem, isStale: false });
		try {
			await run(locals.context, withdrawPublication, { year: Number(params.year), ...form.value });
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'fresh-sign-in-required') throw error;
			return stale(readFields(data));
		}
		redirect(303, `/publications/${params.year}?done=withdrawn`);
	}
};

/** What was written is kept on the page while the person signs in again. */
function stale(values: Readonly<Record<string, string>>) {
	const errors: Readonly<Record<string, string>> = {};
	return fail(403, { values, errors, isStale: true });
}
