import { mayAct } from '#lib/access/permissions.ts';
import { invitedInSurveys } from '#lib/invitations/server/reads/invited-in-surveys.ts';
import { ownTextLanguages } from '#lib/invitations/message-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { nameUnreviewed } from '../../../unreviewed-languages.ts';
import { toInvitedSurveys } from './invited-rows.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context, locale, actor } }) => {
	const invited = await fetch(context, invitedInSurveys, {});
	return {
		way: [{ href: '/cases', label: m.staff_cases_title() }],
		surveys: toInvitedSurveys(invited, toLocalDate(context.now())),
		/** Letters are written in each client's own language. */
		unread: nameUnreviewed(ownTextLanguages, locale),
		mayPrint: mayAct(actor, 'invitation:print')
	};
};
