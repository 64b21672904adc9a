import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { findSitting } from '#lib/instruments/server/catalogue.ts';
import { hasQuickExit } from '#lib/instruments/quick-exit.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { countAnswersInSteps } from '#lib/outcomes/disclosure/stepped-count.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type ProviderId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { chosenId, requiredDate } from '#lib/shared/server/form-fields.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { mayPublish } from '#lib/surveys/check-survey.ts';
import { emptySurvey } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { changeSurvey } from '#lib/surveys/server/commands/change-survey.ts';
import { copySurvey } from '#lib/surveys/server/commands/copy-survey.ts';
import { discardSurvey } from '#lib/surveys/server/commands/discard-survey.ts';
import { moveSurvey } from '#lib/surveys/server/commands/move-survey.ts';
import { publishSurvey } from '#lib/surveys/server/commands/publish-survey.ts';
import { renewSurveyLink } from '#lib/surveys/server/commands/renew-survey-link.ts';
import { trySurvey } from '#lib/surveys/server/commands/try-survey.ts';
import { generalOfMode, subjectOfSurvey } from '#lib/surveys/information-subject.ts';
import type { PublishedInformation } from '#lib/surveys/information.ts';
import { informationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { surveyOverview } from '#lib/surveys/server/reads/survey-overview.ts';
import { surveyTexts } from '#lib/surveys/server/reads/survey-texts.ts';
import { surveyProgress } from '#lib/surveys/server/reads/survey-progress.ts';
import type { Survey } from '#lib/surveys/survey.ts';
import { stateOn } from '#lib/surveys/survey-state.ts';
import type { PosterView } from '#lib/surveys/ui/survey-view.ts';
import { toQrPath } from '#lib/shared/ui/qr-path.ts';
import { respondentAddress } from '../../../respondent-address.server.ts';
import { surveyDays, surveyTitle } from '../survey-form.ts';
import { nameForms } from '../name-forms.server.ts';
import { describeState } from '../survey-state-view.ts';
import { readInvited, readLimits } from './invited-form.ts';
import { nameQuestion } from './name-question.server.ts';
import { listPrintLanguages, toPosterWords } from './printed-words.ts';
import {
	nameFull,
	suggestCopy,
	toBoxLines,
	toCheckViews,
	toFacts,
	toProviderRows,
	toWrittenViews,
	type ToldVersion
} from './survey-page-view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context } = locals;
	const today = toLocalDate(context.now());
	const { survey, checks, codes, boxes, smallestGroup } = await fetch(context, surveyOverview, {
		surveyId: params.surveyId
	});
	const counts = countAnswersInSteps(await fetch(context, surveyProgress, {})).get(survey.id);
	const told = await findToldVersion(context, survey);
	const sitting = findSitting(context.catalogue, survey.instruments);
	const isEmptied = boxes.some(({ emptiedOn }) => emptiedOn !== null);
	const written = isEmptied ? await fetch(context, surveyTexts, { surveyId: survey.id }) : null;
	return {
		way: [{ href: '/surveys', label: m.staff_surveys_title() }],
		here: `/surveys/${survey.id}`,
		title: survey.title,
		mode: survey.anonymity,
		state: stateOn(survey, today),
		stateView: describeState(survey, today),
		facts: toFacts(survey, nameForms(locals, survey.instruments), {
			told,
			isLeftInHurry: sitting !== null && hasQuickExit(sitting.joined, survey.quickExit)
		}),
		informationHref: `/information/${subjectOfSurvey(survey.id)}`,
		// Only what anybody may answer is asked on a tablet.
		tabletHref: survey.anonymity === 'open-anonymous' ? `/surveys/${survey.id}/tablet` : null,
		hasOwnText: told?.isOwn ?? false,
		checks: toCheckViews(checks, smallestGroup, survey),
		mayPublish: mayPublish(checks),
		providers: toProviderRows(survey, counts ?? new Map<ProviderId, Shown<number>>(), codes),
		full: nameFull(survey, counts ?? new Map<ProviderId, Shown<number>>()),
		sizes: survey.providers.map(({ providerId, name: of, invited, mostAnswers }) => ({
			id: providerId,
			name: of,
			invited,
			mostAnswers
		})),
		caption: m.surveys_providers_caption({ title: survey.title, date: today }),
		boxes: toBoxLines(boxes),
		written: toWrittenViews(written?.groups ?? [], survey, (of) =>
			nameQuestion(locals, survey.instruments, of)
		),
		unreviewed: written?.unreviewed ?? 0,
		hasLostBox: boxes.some(({ state }) => state === 'lost'),
		closesOn: survey.closesOn,
		printLanguages: listPrintLanguages(survey, locals.locale),
		copy: suggestCopy(survey, today),
		saved: savedWords(url.searchParams.get('saved'), survey)
	};
};

/** The text that everybody who answers is told, or that is told while nothing changes before the survey is published. */
async function findToldVersion(
	context: Context,
	{ id, informationId, state, anonymity }: Survey
): Promise<ToldVersion | null> {
	const own = await fetch(context, informationTexts, { subject: subjectOfSurvey(id) });
	const general = await fetch(context, informationTexts, { subject: generalOfMode(anonymity) });
	const isTold = (text: PublishedInformation) =>
		state === 'draft' ? text.withdrawnOn === null : text.id === informationId;
	const text = own.published.find(isTold) ?? general.published.find(isTold);
	return text ? { version: text.version, isOwn: own.published.includes(text) } : null;
}

function savedWords(what: string | null, { anonymity }: Survey): string | null {
	if (what === 'closed') {
		return anonymity === 'confidential' ? m.confidential_closed_done() : m.surveys_closed_done();
	}
	if (what === 'reported') return m.surveys_reported_done();
	if (what === 'copied') return m.surveys_copied();
	if (what === 'published') return m.surveys_published();
	return what === 'draft' ? m.surveys_saved() : null;
}

export const actions: Actions = {
	try: async ({ locals, params, url }) => {
		const { token } = await run(locals.context, trySurvey, { surveyId: params.surveyId });
		redirect(303, await respondentAddress(locals, url.origin, token));
	},
	publish: async (event) => {
		const { context } = event.locals;
		const { surveyId } = event.params;
		const { links } = await run(context, publishSurvey, { surveyId });
		if (links.length === 0) {
			const { survey } = await fetch(context, surveyOverview, { surveyId });
			redirect(303, `/surveys/${surveyId}/${survey.anonymity === 'codes' ? 'codes' : 'invited'}`);
		}
		return { posters: await toPosters(event, links) };
	},
	renew: async (event) => {
		const schema = v.object({ providerId: chosenId(parseId<ProviderId>, m.staff_error_form) });
		const form = parseForm(schema, await event.request.formData());
		if (!form.ok) return fail(422, { refused: form.problem });
		const { surveyId } = event.params;
		const { providerId } = form.value;
		const { token } = await run(event.locals.context, renewSurveyLink, { surveyId, providerId });
		return { posters: await toPosters(event, [{ providerId, token }]) };
	},
	sizes: async ({ locals, params, request }) => {
		const form = readInvited(await request.formData());
		if (!form.ok) return fail(422, { refused: form.problem });
		const { surveyId } = params;
		await run(locals.context, changeSurvey, { surveyId, invited: form.value });
		redirect(303, `/surveys/${surveyId}?saved=draft`);
	},
	limits: async ({ locals, params, request }) => {
		const form = readLimits(await request.formData());
		if (!form.ok) return fail(422, { refused: form.problem });
		const { surveyId } = params;
		await run(locals.context, changeSurvey, { surveyId, limits: form.value });
		redirect(303, `/surveys/${surveyId}?saved=draft`);
	},
	extend: async ({ locals, params, request }) => {
		const { context } = locals;
		const today = toLocalDate(context.now());
		const wrong = () => m.staff_case_new_date_wrong({ example: today });
		const schema = v.object({
			closesOn: v.pipe(
				requiredDate(wrong),
				v.check((day) => day >= today, m.surveys_check_period_why)
			)
		});
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, { refused: form.problem });
		const { surveyId } = params;
		await run(context, changeSurvey, { surveyId, plan: form.value });
		redirect(303, `/surveys/${surveyId}?saved=draft`);
	},
	close: async ({ locals, params }) => {
		const { surveyId } = params;
		await run(locals.context, moveSurvey, { surveyId, to: 'closed' });
		await emptySurvey(locals.context, surveyId);
		redirect(303, `/surveys/${surveyId}?saved=closed`);
	},
	report: async ({ locals, params }) => {
		const { surveyId } = params;
		await run(locals.context, moveSurvey, { surveyId, to: 'reported' });
		redirect(303, `/surveys/${surveyId}?saved=reported`);
	},
	copy: async ({ locals, params, request }) => {
		const today = toLocalDate(locals.context.now());
		const schema = v.pipe(
			v.object({ title: surveyTitle(), ...surveyDays(today) }),
			v.forward(
				v.check(({ opensOn, closesOn }) => opensOn <= closesOn, m.staff_survey_new_closes_before),
				['closesOn']
			)
		);
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(422, { refused: { ...form.problem, values: readFields(data) }, isCopy: true });
		const id = await run(locals.context, copySurvey, { surveyId: params.surveyId, ...form.value });
		redirect(303, `/surveys/${id}?saved=copied`);
	},
	discard: async ({ locals, params }) => {
		await run(locals.context, discardSurvey, { surveyId: params.surveyId });
		redirect(303, '/surveys');
	}
};

/** Shown this once: the addresses are kept nowhere. */
async function toPosters(
	{ locals, params, url }: RequestEvent,
	links: readonly { readonly providerId: ProviderId; readonly token: string }[]
): Promise<PosterView[]> {
	const { survey } = await fetch(locals.context, surveyOverview, { surveyId: params.surveyId });
	const nameOf = (providerId: ProviderId, of: Survey) =>
		of.providers.find((provider) => provider.providerId === providerId)?.name ?? '';
	return Promise.all(
		links.map(async ({ providerId, token }) => {
			const address = await respondentAddress(locals, url.origin, token);
			const provider = nameOf(providerId, survey);
			return { provider, address, qr: toQrPath(address), words: toPosterWords(provider, survey.closesOn) };
		})
	);
}
