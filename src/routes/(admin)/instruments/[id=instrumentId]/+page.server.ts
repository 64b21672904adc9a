import { fail, redirect } from '@sveltejs/kit';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { mayHideQuestions } from '#lib/instruments/may-hide-questions.ts';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { registerPermit } from '#lib/instruments/server/permits/register-permit.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { describeFacts, describeRights, describeSources } from './facts-view.ts';
import { permitFormSchema } from './permit-form.ts';
import { toPreview } from './preview-view.ts';
import { describeScales } from './scales-view.ts';
import { listWordingFields, readWording, toWordingValues, wordingErrors } from './wording-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const bare = findInstrument(context.catalogue, params.id);
	if (!bare) throw new Problem('not-found');
	const permits = await fetch(context, listPermits, {});
	const worded = mayAdminister(bare, 'paper', permits);
	const instrument = worded.ok ? worded.value : bare;
	const permit = permits.find(
		({ instrumentId, instrumentVersion }) => instrumentId === bare.id && instrumentVersion === bare.version
	);
	const mayBeShown = listQuestions(instrument.questionnaire).every(({ title }) => title !== null);
	return {
		way: [{ href: '/instruments', label: m.staff_instruments_title() }],
		id: bare.id,
		hiddenHref: mayHideQuestions(bare) ? `/instruments/${bare.id}/hidden` : null,
		title: textIn(instrument.title, locale) ?? instrument.id,
		version: m.staff_instrument_version({ version: instrument.version }),
		purpose: textIn(instrument.purpose, locale) ?? '',
		facts: describeFacts(instrument, locale),
		evidence: {
			mark: instrument.evidence.wording,
			note: textIn(instrument.evidence.note, locale) ?? ''
		},
		preview: mayBeShown ? toPreview(instrument, locale) : null,
		questionCount: listQuestions(instrument.questionnaire).length,
		scales: describeScales(instrument, locale),
		risks: instrument.risks.map(({ item, text }) => ({ item, text: textIn(text, locale) ?? '' })),
		rights: describeRights(instrument, locale),
		sources: describeSources(instrument),
		permit:
			bare.rights.electronic === 'allowed'
				? null
				: {
						today: toLocalDate(context.now()),
						existing: permit
							? { holder: permit.holder, date: permit.grantedOn, reference: permit.reference }
							: null,
						isComplete: mayAdminister(bare, 'link', permits).ok,
						fields: listWordingFields(bare),
						values: {
							holder: permit?.holder ?? '',
							grantedOn: permit?.grantedOn ?? '',
							reference: permit?.reference ?? '',
							...toWordingValues(bare, permit?.wording ?? null)
						}
					},
		isSaved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { context } = locals;
		const instrument = findInstrument(context.catalogue, params.id);
		if (!instrument) throw new Problem('not-found');
		const data = await request.formData();
		const values = readFields(data);
		const form = parseForm(permitFormSchema(toLocalDate(context.now())), data);
		const wrong = wordingErrors(instrument, values);
		if (!form.ok || Object.keys(wrong).length > 0) {
			return fail(422, { values, errors: { ...(form.ok ? {} : form.problem.errors), ...wrong } });
		}
		await run(context, registerPermit, {
			instrumentId: instrument.id,
			version: instrument.version,
			wording: readWording(instrument, values),
			...form.value
		});
		redirect(303, `/instruments/${instrument.id}?saved#permit`);
	}
};
