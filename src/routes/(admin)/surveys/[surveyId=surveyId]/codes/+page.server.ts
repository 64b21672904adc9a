import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type ProviderId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { chosenId } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { registerCodes } from '#lib/surveys/server/commands/register-codes.ts';
import { surveyOverview } from '#lib/surveys/server/reads/survey-overview.ts';
import { stateOn } from '#lib/surveys/survey-state.ts';
import { respondentAddress } from '../../../../respondent-address.server.ts';
import { findBoardOf } from '../../../../visitor.server.ts';
import { listPrintLanguages, toSlipWords } from '../printed-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { survey, codes } = await fetch(locals.context, surveyOverview, { surveyId: params.surveyId });
	if (survey.anonymity !== 'codes') throw new Problem('not-found');
	const board = await findBoardOf(locals);
	return {
		way: [
			{ href: '/surveys', label: m.staff_surveys_title() },
			{ href: `/surveys/${survey.id}`, label: survey.title }
		],
		title: survey.title,
		boardName: board?.name ?? '',
		isOpen: stateOn(survey, toLocalDate(locals.context.now())) === 'open',
		providers: survey.providers.map(({ providerId, name, invited }) => ({
			id: providerId as string,
			name,
			invited,
			made: codes.get(providerId) ?? 0
		})),
		/** The code comes after it. */
		linkBase: await respondentAddress(locals, url.origin, ''),
		words: toSlipWords(`${url.origin}/k/${board?.code ?? ''}`),
		languages: listPrintLanguages(survey, locals.locale)
	};
};

const schema = v.object({
	providerId: chosenId(parseId<ProviderId>, m.staff_error_form),
	codes: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => text.split(/\s+/).filter((line) => line !== ''))
	)
});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const { providerId, codes: codeHashes } = form.value;
		if (codeHashes.length === 0)
			return fail(422, { values: {}, errors: { codes: m.surveys_codes_script() } });
		await run(locals.context, registerCodes, { surveyId: params.surveyId, providerId, codeHashes });
		return { registered: codeHashes.length };
	}
};
