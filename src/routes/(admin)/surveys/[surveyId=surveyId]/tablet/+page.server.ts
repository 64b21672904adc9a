import { previewOnKiosk } from '#lib/kiosk/server/reads/preview-on-kiosk.ts';
import { requireKnownQuery } from '#lib/shared/known-query.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireKnownQuery(url.searchParams, []);
	const { surveyId } = params;
	const { boardName, surveys } = await fetch(locals.context, previewOnKiosk, { surveyId });
	const pictureBase = `/instruments/${surveys[0]?.instrument.id}/pictures`;
	return { boardName, surveys, pictureBase, back: `/surveys/${surveyId}` };
};
