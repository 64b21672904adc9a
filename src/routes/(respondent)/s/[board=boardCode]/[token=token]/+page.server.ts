import { viewStart } from '#lib/collection/ui/view-start.ts';
import { findInformation } from './find-information.server.ts';
import type { PageServerLoad } from './$types';
import { openLink } from './open-link.server.ts';

export const load: PageServerLoad = async (event) => {
	const { target, instrument, language, kept } = await openLink(event);
	const information = await findInformation(event);
	const lastDay = target.kind === 'case' ? target.expiresOn : target.closesOn;
	const start = viewStart({ kept, lastDay, instrument, language, locale: event.locals.locale });
	return { information, start };
};
