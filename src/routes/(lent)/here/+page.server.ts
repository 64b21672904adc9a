import { redirect } from '@sveltejs/kit';
import { viewStart } from '#lib/collection/ui/view-start.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { shownInformation } from '#lib/surveys/server/reads/shown-information.ts';
import { viewInformation } from '#lib/surveys/ui/view-information.ts';
import type { PageServerLoad } from './$types';
import { openLent } from './open-lent.server.ts';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	const { interview, language } = await openLent(event);
	if (interview.state !== 'started') redirect(303, `/here/thanks${url.search}`);
	const { instrument, informationId, draft } = interview;
	const found = informationId ? await fetch(locals.context, shownInformation, { id: informationId }) : null;
	const asked = url.searchParams.get('lang');
	const wanted = asked === null ? [locals.locale] : [asked, locals.locale];
	return {
		start: viewStart({ kept: draft.answers, lastDay: null, instrument, language, locale: locals.locale }),
		information: found ? viewInformation(found, wanted) : null
	};
};
