import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { unitNames } from '#lib/access/server/reads/unit-names.ts';
import { wayOrderNames } from '#lib/invitations/choose-way.ts';
import { inviteToSurvey } from '#lib/invitations/server/commands/invite-to-survey.ts';
import { surveyResponse } from '#lib/invitations/server/reads/survey-response.ts';
import { surveyTarget } from '#lib/invitations/server/reads/survey-target.ts';
import { m } from '#lib/paraglide/messages.js';
import { discloseSurveyResponse } from '#lib/reports/survey-response.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { choice } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { isSurveyOpen } from '#lib/surveys/is-survey-open.ts';
import { changeSurvey } from '#lib/surveys/server/commands/change-survey.ts';
import { surveyOverview } from '#lib/surveys/server/reads/survey-overview.ts';
import { stateOn } from '#lib/surveys/survey-state.ts';
import { suggestGroup } from '#lib/surveys/target-group.ts';
import { respondentAddress } from '../../../../respondent-address.server.ts';
import { groupFormSchema } from './group-form.ts';
import { groupFacts, readInvitedWords, toResponseRows, wayChoices } from './invited-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, channels } = locals;
	const { surveyId } = params;
	const { survey } = await fetch(context, surveyOverview, { surveyId });
	if (survey.anonymity !== 'confidential') throw new Problem('not-found');
	const today = toLocalDate(context.now());
	const units = await fetch(context, unitNames, {});
	const { waiting } = await fetch(context, surveyTarget, { surveyId });
	const response = discloseSurveyResponse(
		await fetch(context, surveyResponse, { surveyId }),
		survey.providers.map(({ providerId }) => providerId)
	);
	const group = survey.targetGroup ?? suggestGroup(survey.opensOn);
	return {
		way: [
			{ href: '/surveys', label: m.staff_surveys_title() },
			{ href: `/surveys/${surveyId}`, label: survey.title }
		],
		over: survey.title,
		surveyHref: `/surveys/${surveyId}`,
		state: stateOn(survey, today),
		isOpen: isSurveyOpen(survey, today),
		opensOn: survey.opensOn,
		isChosen: survey.targetGroup !== null,
		units: [
			{ value: 'all', label: m.confidential_group_all_units() },
			...units.map(({ id, name }) => ({ value: id as string, label: name }))
		],
		group: {
			unitId: group.unitId ?? 'all',
			interventions: group.interventions,
			from: group.from,
			to: group.to
		},
		facts: survey.targetGroup ? groupFacts(survey.targetGroup, survey, units) : [],
		waiting,
		ways: wayChoices(channels),
		rows: toResponseRows(response, survey),
		caption: m.confidential_response_caption({ title: survey.title, date: today }),
		saved: url.searchParams.has('saved') ? m.surveys_saved() : readInvitedWords(url.searchParams)
	};
};

export const actions: Actions = {
	group: async ({ locals: { context }, params: { surveyId }, request }) => {
		const units = await fetch(context, unitNames, {});
		const data = await request.formData();
		const form = parseForm(groupFormSchema(units, toLocalDate(context.now())), data);
		if (!form.ok) return fail(422, { refused: { ...form.problem, values: readFields(data) } });
		await run(context, changeSurvey, { surveyId, targetGroup: form.value });
		redirect(303, `/surveys/${surveyId}/invited?saved`);
	},
	invite: async ({ locals, params: { surveyId }, request, url }) => {
		const schema = v.object({ order: choice(wayOrderNames, m.confidential_order_missing) });
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, { refused: form.problem });
		const { context, channels } = locals;
		const linkBase = await respondentAddress(locals, url.origin, '');
		const { email, sms, letter } = await run(context, inviteToSurvey, {
			surveyId,
			order: form.value.order,
			channels,
			linkBase
		});
		redirect(303, `/surveys/${surveyId}/invited?email=${email}&sms=${sms}&letter=${letter}`);
	}
};
