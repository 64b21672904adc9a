import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { agreeToHandOver } from '#lib/collection/server/commands/agree-to-hand-over.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { responseHandOvers } from '#lib/collection/server/reads/response-hand-overs.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type InterventionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { chosenId } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { momentLabel } from '../../../../../../labels.ts';
import { wayToCase } from '../../../way-to-case.ts';
import { findAnsweredInstrument } from '../worded-instrument.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const { caseId, responseId } = params;
	const overview = await fetch(context, caseOverview, { caseId });
	const response = await fetch(context, caseResponse, { responseId });
	if (response.caseId !== caseId) throw new Problem('not-found');
	const handOvers = await fetch(context, responseHandOvers, { responseId });
	const instrument = await findAnsweredInstrument(locals, response);
	const here = `/cases/${caseId}/responses/${responseId}`;
	const about = m.staff_response_title({
		instrument: textIn(instrument?.shortTitle ?? null, locale) ?? response.instrumentId,
		occasion: momentLabel(response).toLocaleLowerCase('sv')
	});
	return {
		way: [...wayToCase(overview.case), { href: here, label: about }],
		over: `${about} ${response.answeredOn}`,
		here,
		saved: url.searchParams.has('saved') ? m.results_provider_saved() : null,
		/** What somebody else has said about the client is not the client's to give. */
		isOwn: response.respondent !== 'staff' && response.respondent !== 'provider',
		choices: overview.interventions
			.filter(({ id }) => !handOvers.some(({ interventionId }) => interventionId === id))
			.map(({ id, name, providerName }) => ({ value: id as string, label: providerName, hint: name })),
		agreed: handOvers.map(({ interventionId, agreedOn, recordedByName }) => {
			const intervention = overview.interventions.find(({ id }) => id === interventionId);
			return {
				key: interventionId as string,
				provider: intervention?.providerName ?? '',
				sentence: m.results_provider_agreed({
					day: agreedOn,
					name: recordedByName ?? m.results_alert_somebody()
				}),
				pdf: `${here}/provider/document.pdf?to=${interventionId}`,
				txt: `${here}/provider/document.txt?to=${interventionId}`
			};
		})
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const schema = v.object({
			interventionId: chosenId(parseId<InterventionId>, m.results_provider_choose),
			hasAgreed: v.pipe(
				v.optional(v.string(), ''),
				v.check((text) => text === 'yes', m.results_provider_not_agreed),
				v.transform(() => true)
			)
		});
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(422, form.problem);
		const { caseId, responseId } = params;
		const response = await fetch(locals.context, caseResponse, { responseId });
		if (response.caseId !== caseId) throw new Problem('not-found');
		try {
			await run(locals.context, agreeToHandOver, { responseId, ...form.value });
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			const values = readFields(data);
			if (error.code === 'changed-meanwhile')
				return fail(409, refuseField(values, 'interventionId', m.results_provider_restricted()));
			if (error.code === 'invalid-input')
				return fail(422, refuseField(values, 'interventionId', m.results_provider_choose()));
			throw error;
		}
		redirect(303, `/cases/${caseId}/responses/${responseId}/provider?saved`);
	}
};
