import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { recordAnonymousFollowUp } from '#lib/collection/server/commands/record-anonymous-follow-up.ts';
import { followUpLimit } from '#lib/collection/server/reads/follow-up-limit.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { choice } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toQrPath } from '#lib/shared/ui/qr-path.ts';
import { drawCode } from '#lib/surveys/server/commands/draw-code.ts';
import { surveysToHandOut } from '#lib/surveys/server/reads/surveys-to-hand-out.ts';
import { respondentAddress } from '../../../../respondent-address.server.ts';
import { findPlanned, tryNotTooSoon } from '../planned-occasion.server.ts';
import { wayToCase } from '../way-to-case.ts';
import { listAbout } from './about-choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const { caseId } = params;
	const instrumentId = url.searchParams.get('instrument') ?? '';
	const instrument = findInstrument(context.catalogue, instrumentId);
	if (!instrument) throw new Problem('not-found');
	const overview = await fetch(context, caseOverview, { caseId });
	const planned = await findPlanned(context, caseId, url);
	const tooSoon =
		planned === null
			? null
			: await tryNotTooSoon(fetch(context, followUpLimit, { caseId, occasionId: planned.id }));
	const surveys = await fetch(context, surveysToHandOut, { instrumentId });
	const about = listAbout(surveys, new Set(overview.interventions.map(({ providerId }) => providerId)));
	return {
		here: `/cases/${caseId}`,
		/** For the forms' addresses, after the action's name. */
		query: `&${new URLSearchParams({ instrument: instrumentId, ...(planned ? { occasion: planned.id } : {}) })}`,
		way: wayToCase(overview.case),
		over: textIn(instrument.shortTitle, locale) ?? instrumentId,
		planned: planned?.label ?? null,
		tooSoon: tooSoon && !tooSoon.ok ? tooSoon.problem : null,
		about: about.map(({ value, label, hint }) => ({ value, label, hint })),
		suggested: about.length === 1 ? (about[0]?.value ?? null) : null
	};
};

export const actions: Actions = {
	draw: async ({ locals, params, request, url }) => {
		const { context } = locals;
		const instrumentId = url.searchParams.get('instrument') ?? '';
		const { interventions } = await fetch(context, caseOverview, { caseId: params.caseId });
		const surveys = await fetch(context, surveysToHandOut, { instrumentId });
		const about = listAbout(surveys, new Set(interventions.map(({ providerId }) => providerId)));
		const chosen = choice(
			about.map(({ value }) => value),
			m.anonymous_about_missing
		);
		const form = parseForm(v.object({ about: chosen }), await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const found = about.find(({ value }) => value === form.value.about);
		if (!found) throw new Problem('not-found');
		const code = await run(context, drawCode, { surveyId: found.surveyId, providerId: found.providerId });
		const address = await respondentAddress(locals, url.origin, code);
		return { drawn: { address, qr: toQrPath(address) } };
	},
	done: async ({ locals, params, url }) => {
		const { context } = locals;
		const { caseId } = params;
		// Somebody else's case is not to be found, whatever is asked about it.
		await fetch(context, caseOverview, { caseId });
		const planned = await findPlanned(context, caseId, url);
		if (!planned) redirect(303, `/cases/${caseId}`);
		try {
			await run(context, recordAnonymousFollowUp, { occasionId: planned.id });
		} catch (error) {
			if (!(error instanceof Problem) || (error.code !== 'too-soon' && error.code !== 'changed-meanwhile'))
				throw error;
			return fail(409, refuseField({}, 'about', problemMessage(error.code, error.details)));
		}
		redirect(303, `/cases/${caseId}?saved=recorded#plan`);
	}
};
