import { declineInvitation } from '#lib/invitations/server/commands/decline-invitation.ts';
import { wantsPictures, writeJourneyQuery } from '#lib/collection/journey-query.ts';
import { viewStart } from '#lib/collection/ui/view-start.ts';
import { findInformation } from './find-information.server.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Actions, PageServerLoad } from './$types';
import { findOfferedPictures } from './find-pictures.server.ts';
import { contextOfHolder, openLink } from './open-link.server.ts';

export const load: PageServerLoad = async (event) => {
	const { target, instrument, language, kept } = await openLink(event);
	const information = await findInformation(event);
	const lastDay = target.kind === 'case' ? target.expiresOn : target.closesOn;
	const start = viewStart({ kept, lastDay, instrument, language, locale: event.locals.language });
	// Whoever tries a confidential survey sees all that is asked of those who are invited.
	const mayDecline = target.kind === 'case' || target.isConfidential;
	const mayChoose = (await findOfferedPictures(event)) !== null && !wantsPictures(event.url.searchParams);
	const chosen = { language: event.url.searchParams.get('lang'), hasPictures: true };
	return { information, mayDecline, start, picturesQuery: mayChoose ? writeJourneyQuery(chosen) : null };
};

export const actions: Actions = {
	decline: async (event) => {
		// The link must be one: an unknown or used one is told so, as when it is opened.
		await openLink(event);
		const { context } = await contextOfHolder(event);
		await run(context, declineInvitation, { token: event.params.token });
		return { declined: true };
	}
};
