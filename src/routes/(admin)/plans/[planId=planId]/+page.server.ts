import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { publishPlan, publishScopes } from '#lib/plans/server/commands/publish-plan.ts';
import { retirePlan } from '#lib/plans/server/commands/retire-plan.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PlanId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { choice } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { subjectOfPlan } from '#lib/surveys/information-subject.ts';
import { informationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { casesWords, publishedWords } from '../plan-cards.ts';
import { openPlan } from './open-plan.server.ts';
import { toFaultViews, toLineViews, toOccasionViews, toTimelineView } from './plan-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const opened = await openPlan(context, params.planId);
	const { plan, newest, versions, retiredOn, cases } = opened;
	const here = `/plans/${params.planId}`;
	const find = (id: string) => findInstrument(context.catalogue, id);
	const nameInstrument = (id: string) => textIn(find(id)?.shortTitle ?? null, locale) ?? id;
	const words = { plan, findInstrument: find, nameInstrument };
	const published = versions.find(({ publishedOn }) => publishedOn !== null);
	return {
		way: [{ href: '/plans', label: m.plans_title() }],
		here,
		name: plan.name,
		service: plan.service,
		purpose: plan.purpose,
		occasions: toOccasionViews(plan),
		lines: toLineViews(words),
		timeline: toTimelineView(words, toLocalDate(context.now())),
		faults: toFaultViews(here, words),
		draftVersion: newest.publishedOn === null ? newest.version : null,
		published: published ? publishedWords(published) : null,
		hasCases: cases > 0,
		cases: casesWords(cases),
		information: await describeInformation(context, params.planId),
		isRetired: retiredOn !== null,
		saved: savedWords(url.searchParams.get('saved'))
	};
};

/** Whether those who are asked in the plan are told in its own words, and where they are written. */
async function describeInformation(context: Context, planId: PlanId) {
	const subject = subjectOfPlan(planId);
	const { published, draft } = await fetch(context, informationTexts, { subject });
	const own = published[0]?.withdrawnOn === null ? published[0] : null;
	return {
		href: `/information/${subject}`,
		text: own
			? m.plans_information_own({
					edition: m.information_edition({ version: own.version, date: own.publishedOn })
				})
			: m.plans_information_general(),
		action: own || draft ? m.information_open() : m.information_own_write(),
		hasDraft: draft !== null
	};
}

function savedWords(what: string | null): string | null {
	if (what === 'template') return m.plans_saved_template();
	if (what === 'published') return m.plans_publish_done();
	return what === 'draft' ? m.plans_saved() : null;
}

const publishSchema = v.object({ appliesTo: choice(publishScopes, m.plans_field_missing) });

export const actions: Actions = {
	publish: async ({ locals, params, request }) => {
		const form = parseForm(publishSchema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		await run(locals.context, publishPlan, { planId: params.planId, ...form.value });
		redirect(303, `/plans/${params.planId}?saved=published`);
	},
	retire: async ({ locals, params, request }) => {
		const { isRetired } = readFields(await request.formData());
		await run(locals.context, retirePlan, { planId: params.planId, isRetired: isRetired === 'yes' });
		redirect(303, `/plans/${params.planId}`);
	}
};
