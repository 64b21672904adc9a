import { redirect } from '@sveltejs/kit';
import { shutLentSession } from '#lib/access/server/sign-in/lend-session.ts';
import { wantsPictures, writeJourneyQuery } from '#lib/collection/journey-query.ts';
import { viewStart } from '#lib/collection/ui/view-start.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { shownInformation } from '#lib/surveys/server/reads/shown-information.ts';
import { viewInformation } from '#lib/surveys/ui/view-information.ts';
import { keepSession } from '../../(sign-in)/attempt.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { findOfferedPictures } from './find-pictures.server.ts';
import { openLent } from './open-lent.server.ts';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	const { interview, isOpen, language } = await openLent(event);
	if (!isOpen) redirect(303, `/here/thanks${url.search}`);
	const { instrument, informationId, draft } = interview;
	const found = informationId ? await fetch(locals.context, shownInformation, { id: informationId }) : null;
	const asked = url.searchParams.get('lang');
	const wanted = asked === null ? [locals.language] : [asked, locals.language];
	const mayChoose = (await findOfferedPictures(event)) !== null && !wantsPictures(url.searchParams);
	return {
		picturesQuery: mayChoose ? writeJourneyQuery({ language: asked, hasPictures: true }) : null,
		start: viewStart({ kept: draft.answers, lastDay: null, instrument, language, locale: locals.language }),
		information: found ? viewInformation(found, wanted) : null
	};
};

export const actions: Actions = {
	/** Nobody answered whether anybody was there. */
	shut: async (event) => {
		const { locals, cookies, url } = event;
		const { session } = await openLent(event);
		const token = await shutLentSession(locals.signIn, session);
		if (token) await keepSession(locals.signIn, cookies, token);
		redirect(303, `/here/thanks${url.search.replace('?/shut', '').replace(/^&/, '?')}`);
	}
};
