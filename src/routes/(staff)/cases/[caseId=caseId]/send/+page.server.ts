import { fail, redirect } from '@sveltejs/kit';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { sendLink } from '#lib/collection/server/commands/send-link.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import type { InvitationWay } from '#lib/invitations/channel.ts';
import { invite } from '#lib/invitations/server/commands/invite.ts';
import { writeLetter } from '#lib/invitations/server/commands/write-letter.ts';
import { clientContact } from '#lib/invitations/server/reads/case-invitations.ts';
import { findInstrument, listInstruments } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CaseId } from '#lib/shared/ids.ts';
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
	const obstacle = await fetch(context, sendingObstacle, {
		instrumentId: isOpen ? instrument.id : null,
		occasionId: planned?.id ?? null
	});
	const usedIds = new Set(administrations.map(({ instrumentId }) => instrumentId));
	const ways = await listWays(locals, caseId);
	return {
		ways: ways.map((way) => ({ value: way, ...wayWords[way]() })),
		isContactMissing: locals.channels.length > 0 && !ways.some((way) => way === 'email' || way === 'sms'),
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
		const ways = await listWays(locals, params.caseId);
		const schema = sendFormSchema({ respondents, ways }, toLocalDate(context.now()));
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const { how, ...chosen } = form.value;
		const sent = await tryNotTooSoon(
			run(context, sendLink, {
				caseId: params.caseId,
				instrumentId: instrument.id,
				...chosen,
				occasionId: planned?.id ?? null
			})
		);
		if (!sent.ok) return fail(422, { values: form.value, errors: { expiresOn: sent.problem } });
		const { token, administrationId } = sent.value;
		const address = await respondentAddress(locals, url.origin, token);
		if (how === 'letter') {
			const linkBase = await respondentAddress(locals, url.origin, '');
			await run(context, writeLetter, { administrationId, linkBase });
			redirect(303, `/cases/${params.caseId}/letters/${administrationId}`);
		}
		if (how !== 'show') {
			await run(context, invite, { administrationId, channel: how, link: address });
			return { sentBy: how };
		}
		return {
			link: {
				address,
				instrument: textIn(instrument.shortTitle, locale) ?? instrument.id,
				expiresOn: form.value.expiresOn
			}
		};
	}
};

type Way = 'show' | InvitationWay;

const wayWords: Readonly<Record<Way, () => { readonly label: string; readonly hint: string }>> = {
	show: () => ({ label: m.invitations_send_show(), hint: m.invitations_send_show_hint() }),
	letter: () => ({ label: m.letter_way(), hint: m.letter_way_hint() }),
	email: () => ({ label: m.invitations_send_email(), hint: m.invitations_send_reminds() }),
	sms: () => ({ label: m.invitations_send_sms(), hint: m.invitations_send_reminds() })
};

/** How a link can be given here: always on the screen or in a letter, and by what is set up for addresses that are known. */
async function listWays({ context, channels }: App.Locals, caseId: CaseId): Promise<readonly Way[]> {
	if (channels.length === 0) return ['show', 'letter'];
	const contact = await fetch(context, clientContact, { caseId });
	const known = { email: contact?.email ?? null, sms: contact?.phone ?? null };
	return ['show', 'letter', ...channels.filter((channel) => known[channel] !== null)];
}
