import { fail } from '@sveltejs/kit';
import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { listInstruments } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { addDays, toLocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openSurvey } from '#lib/surveys/server/commands/open-survey.ts';
import { informationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { viewInformation } from '#lib/surveys/ui/view-information.ts';
import { purposes } from '#lib/surveys/survey.ts';
import { purposeLabel } from '../../../labels.ts';
import { respondentAddress } from '../../../respondent-address.server.ts';
import { readProviderIds, surveyFormSchema } from './survey-form.ts';
import type { Actions, PageServerLoad } from './$types';

const suggestedDays = 30;

export const load: PageServerLoad = async ({ locals }) => {
	const { context, locale } = locals;
	const today = toLocalDate(context.now());
	const providers = await fetch(context, listProviders, {});
	const permits = await fetch(context, listPermits, {});
	const instruments = listInstruments(context.catalogue).filter(
		(instrument) => mayAdminister(instrument, 'link', permits).ok && !instrument.respondents.includes('staff')
	);
	const { published } = await fetch(context, informationTexts, { subject: 'surveys' });
	const inForce = published[0];
	return {
		information: inForce ? viewInformation(inForce, [locale]) : null,
		way: [{ href: '/surveys', label: m.staff_surveys_title() }],
		opensOn: today,
		closesOn: addDays(today, suggestedDays),
		providers: providers.map(({ id, name }) => ({ value: id, label: name })),
		purposes: purposes.map((purpose) => ({ value: purpose, label: purposeLabel(purpose) })),
		instruments: instruments.map(({ id, title }) => ({ value: id, label: textIn(title, locale) ?? id }))
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { context } = locals;
		const data = await request.formData();
		const form = parseForm(surveyFormSchema(toLocalDate(context.now())), data);
		const providerIds = readProviderIds(data);
		const missing = providerIds.length === 0 ? { providerIds: m.staff_survey_new_providers_missing() } : {};
		if (!form.ok || providerIds.length === 0) {
			const errors = { ...(form.ok ? {} : form.problem.errors), ...missing };
			return fail(422, { refused: { values: readFields(data), errors }, providerIds });
		}
		const { links } = await run(context, openSurvey, { ...form.value, providerIds });
		const providers = await fetch(context, listProviders, {});
		const shown = links.map(async ({ providerId, token }) => ({
			provider: providers.find(({ id }) => id === providerId)?.name ?? '',
			address: await respondentAddress(locals, url.origin, token)
		}));
		return { links: await Promise.all(shown) };
	}
};
