import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { occasions } from '#lib/cases/case.ts';
import { helps } from '#lib/collection/administration.ts';
import { startInterview } from '#lib/collection/server/commands/start-interview.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { findInstrument, listInstruments } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { pickLanguage } from '#lib/questionnaire/ui/pick-language.ts';
import type { OccasionId } from '#lib/shared/ids.ts';
import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { choice } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { surveysToHandOut } from '#lib/surveys/server/reads/surveys-to-hand-out.ts';
import { informationInForce } from '#lib/surveys/server/reads/information-in-force.ts';
import { sendingObstacle } from '#lib/surveys/server/reads/sending-obstacle.ts';
import { viewInformation } from '#lib/surveys/ui/view-information.ts';
import { helpChoices, occasionChoices, respondentChoices } from '../../../../../choices.ts';
import { languageName } from '../../../../../language-name.ts';
import { toInstrumentChoices } from '../../instrument-choices.ts';
import { suggestOccasion } from '../../next-occasion.ts';
import { findPlanned, tryNotTooSoon } from '../../planned-occasion.server.ts';
import { chosenRespondent } from '../../send/send-form.ts';
import { wayToCase } from '../../way-to-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const { caseId } = params;
	const overview = await fetch(context, caseOverview, { caseId });
	const here = `/cases/${caseId}`;
	const planned = await findPlanned(context, caseId, url);
	// What a plan asks for months after the end is asked in a case that is closed.
	if (overview.case.closedOn !== null && !planned) redirect(303, here);
	const administrations = await fetch(context, listAdministrations, { caseId });
	const permits = await fetch(context, listPermits, {});
	const wanted = url.searchParams.get('instrument');
	const found = wanted === null ? null : findInstrument(context.catalogue, wanted);
	const instrument = found !== null && mayAdminister(found, 'interview', permits).ok ? found : null;
	const isOnlyStaff =
		planned?.respondent === 'staff' || instrument?.respondents.every((one) => one === 'staff');
	const obstacle = isOnlyStaff
		? null
		: await fetch(context, sendingObstacle, {
				instrumentId: instrument?.id ?? null,
				occasionId: planned?.id ?? null
			});
	return {
		caseHref: here,
		way: wayToCase(overview.case),
		obstacle: obstacle ? problemMessage(obstacle) : null,
		choices: toInstrumentChoices({
			instruments: listInstruments(context.catalogue),
			permits,
			mode: 'interview',
			usedIds: new Set(administrations.map(({ instrumentId }) => instrumentId)),
			here: `${here}/interviews/new`,
			language: locale
		}),
		chosen: instrument && {
			...describeInterview(instrument, locale),
			planned: planned?.label ?? null,
			respondents: respondentChoices(planned ? [planned.respondent] : instrument.respondents),
			suggested: planned?.phase ?? suggestOccasion(administrations, instrument.id),
			told: isOnlyStaff ? null : await findTold(context, planned?.id ?? null, locale),
			anonymousHref:
				isOnlyStaff || (await fetch(context, surveysToHandOut, { instrumentId: instrument.id })).length === 0
					? null
					: `${here}/anonymous${url.search}`
		}
	};
};

/** What is to be told first, in the board's own words where it has any. */
async function findTold(context: Context, occasionId: OccasionId | null, locale: 'sv' | 'en') {
	const information = await fetch(context, informationInForce, { occasionId });
	return { information: information ? viewInformation(information, [locale]) : null };
}

function describeInterview({ id, shortTitle, questionnaire }: Instrument, locale: 'sv' | 'en') {
	const { languages } = questionnaire;
	return {
		id,
		title: textIn(shortTitle, locale) ?? id,
		occasions: occasionChoices(),
		helps: helpChoices(),
		languages: languages.map((tag) => ({ value: tag, label: languageName(tag, locale) })),
		language: pickLanguage(questionnaire, [locale])
	};
}

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { context } = locals;
		const instrument = findInstrument(context.catalogue, url.searchParams.get('instrument') ?? '');
		if (!instrument) throw new Problem('not-found');
		const planned = await findPlanned(context, params.caseId, url);
		const schema = v.object({
			occasion: choice(occasions, m.staff_send_occasion_missing),
			respondent: chosenRespondent(planned ? [planned.respondent] : instrument.respondents),
			help: choice(helps, m.interview_start_help_missing),
			language: choice(instrument.questionnaire.languages, m.interview_start_language_missing)
		});
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const { caseId } = params;
		const input = { caseId, instrumentId: instrument.id, ...form.value, occasionId: planned?.id ?? null };
		const started = await tryNotTooSoon(run(context, startInterview, input));
		if (!started.ok) return fail(422, { values: form.value, errors: { occasion: started.problem } });
		redirect(303, `/cases/${caseId}/interviews/${started.value}`);
	}
};
