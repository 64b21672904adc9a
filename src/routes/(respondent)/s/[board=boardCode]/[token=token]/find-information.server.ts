import { fetch } from '#lib/shared/server/read.ts';
import { shownInformation } from '#lib/surveys/server/reads/shown-information.ts';
import { viewInformation, type InformationView } from '#lib/surveys/ui/view-information.ts';
import { openLink } from './open-link.server.ts';
import type { RequestEvent } from './$types';

/** How answers by this link are handled, in the language nearest to the respondent's; null where the board has not said. */
export async function findInformation(
	event: Pick<RequestEvent, 'cookies' | 'locals' | 'params' | 'url'>
): Promise<InformationView | null> {
	const { context, target } = await openLink(event);
	if (target.informationId === null) return null;
	const found = await fetch(context, shownInformation, { id: target.informationId });
	const asked = event.url.searchParams.get('lang');
	const wanted = asked === null ? [event.locals.language] : [asked, event.locals.language];
	return found ? viewInformation(found, wanted) : null;
}
