import { fail, redirect } from '@sveltejs/kit';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { sendLink } from '#lib/collection/server/commands/send-link.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { findInstrument, listInstruments } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { sendingObstacle } from '#lib/surveys/server/reads/sending-obstacle.ts';
import { occasionChoices, respondentChoices } from '../../../../choices.ts';
import { respondentAddress } from '../../../../respondent-address.server.ts';
import { toInstrumentChoices } from '../instrument-choices.ts';
import { linkExpiry } from '../link-expiry.ts';
import { suggestOccasion } from '../next-occasion.ts';
import { findPlanned, tryNotTooSoon } from '../planned-occasion.server.ts';
import { wayToCase } from '../way-to-case.ts';
import { sendFormSchema } from './send-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const { caseId } = params;
	const overview = await fetch(context, caseOverview, { caseId });
	const here = `/cases/${caseId}`;
	const planned = await findPlanned(context, caseId, url);
	// What a plan asks for months after the end is sent from a case that is closed.
	if (overview.case.closedOn !== null && !planned) redirect(303, here);
	const administrations = await fetch(context, listAdministrations, { caseId });
	const permits = await fetch(context, listPermits, {});
	const wanted = url.searchParams.get('instrument');
	const instrument = wanted === null ? null : findInstrument(context.catalogue, wanted);
	const isOpen = instrument !== null && mayAdminister(instrument, 'link', permits).ok;
	const obstacle = await fetch(context, sendingObstacle, { instrumentId: isOpen ? instrument.id : null });
	const usedIds = new Set(administrations.map(({ instrumentId }) => instrumentId));
	return {
		caseHref: here,
		obstacle: obstacle ? problemMessage(obstacle) : null,
		way: wayToCase(overview.case),
		choices: toInstrumentChoices({
			instruments: listInstruments(context.catalogue),
			permits,
			mode: 'link',
			usedIds,
			here: `${here}/send`,
			language: locale
		}),
		chosen: isOpen
			? {
					id: instrument.id,
					title: textIn(instrument.shortTitle, locale) ?? instrument.id,
					planned: planned?.label ?? null,
					occasions: occasionChoices(),
					suggested: planned?.phase ?? suggestOccasion(administrations, instrument.id),
					respondents: respondentChoices(planned ? [planned.respondent] : instrument.respondents),
					expiry: linkExpiry(toLocalDate(context.now()))
				}
			: null
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { context, locale } = locals;
		const instrument = findInstrument(context.catalogue, url.searchParams.get('instrument') ?? '');
		if (!instrument) throw new Problem('not-found');
		const planned = await findPlanned(context, params.caseId, url);
		const respondents = planned ? [planned.respondent] : instrument.respondents;
		const schema = sendFormSchema({ respondents }, toLocalDate(context.now()));
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const sent = await tryNotTooSoon(
			run(context, sendLink, {
				caseId: params.caseId,
				instrumentId: instrument.id,
				...form.value,
				occasionId: planned?.id ?? null
			})
		);
		if (!sent.ok) return fail(422, { values: form.value, errors: { expiresOn: sent.problem } });
		const { token } = sent.value;
		return {
			link: {
				address: await respondentAddress(locals, url.origin, token),
				instrument: textIn(instrument.shortTitle, locale) ?? instrument.id,
				expiresOn: form.value.expiresOn
			}
		};
	}
};
