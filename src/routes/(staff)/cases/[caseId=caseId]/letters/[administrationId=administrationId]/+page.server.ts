import { redirect } from '@sveltejs/kit';
import { caseAccess } from '#lib/cases/server/reads/case-access.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { writeLetter } from '#lib/invitations/server/commands/write-letter.ts';
import { caseInvitations, clientContact } from '#lib/invitations/server/reads/case-invitations.ts';
import type { AdministrationId, CaseId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { languageName } from '../../../../../language-name.ts';
import { respondentAddress } from '../../../../../respondent-address.server.ts';
import { nameUnreviewed } from '../../../../../unreviewed-languages.ts';
import { toCaseHeader } from '../../case-header.ts';
import { wayToCase } from '../../way-to-case.ts';
import { decideLetter } from './decide-letter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context, locale }, params }) => {
	const { caseId } = params;
	const overview = await fetch(context, caseOverview, { caseId });
	const access = await fetch(context, caseAccess, { caseId });
	if (!access.may.write) throw new Problem('not-permitted');
	const administration = await getOfCase(context, caseId, params.administrationId);
	const invited = (await fetch(context, caseInvitations, { caseId })).find(
		({ administrationId }) => administrationId === administration.id
	);
	const contact = await fetch(context, clientContact, { caseId });
	const instrument = findInstrument(context.catalogue, administration.instrumentId);
	return {
		way: wayToCase(overview.case),
		over: toCaseHeader(overview.case).client,
		caseHref: `/cases/${caseId}`,
		instrument: textIn(instrument?.shortTitle ?? null, locale) ?? administration.instrumentId,
		letter: decideLetter(administration, invited ?? null, toLocalDate(context.now())),
		language: languageName(contact?.language ?? 'sv', locale),
		unread: nameUnreviewed([contact?.language ?? 'sv'], locale),
		isProtected: access.isProtected,
		fileHref: `/cases/${caseId}/letters/${administration.id}/letter.pdf`
	};
};

export const actions: Actions = {
	default: async ({ locals, params: { caseId, administrationId }, url }) => {
		await getOfCase(locals.context, caseId, administrationId);
		const linkBase = await respondentAddress(locals, url.origin, '');
		await run(locals.context, writeLetter, { administrationId, linkBase });
		redirect(303, `/cases/${caseId}/letters/${administrationId}`);
	}
};

async function getOfCase(context: Context, caseId: CaseId, id: AdministrationId) {
	const found = (await fetch(context, listAdministrations, { caseId })).find((one) => one.id === id);
	if (found?.mode !== 'link') throw new Problem('not-found');
	return found;
}
