import { pictureAskedWith } from '#lib/pictures/server/reads/pictures-asked-with.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toPictureResponse } from '../../../../picture-response.server.ts';
import { openLent } from '../../open-lent.server.ts';
import type { RequestHandler } from './$types';

/** A picture of the form that the tablet has been handed over with; of no other. */
export const GET: RequestHandler = async (event) => {
	const { interview, isOpen, asker } = await openLent(event);
	if (!isOpen) throw new Problem('not-found');
	const asked = { instrumentIds: [interview.instrument.id], hash: event.params.hash };
	const picture = await fetch(event.locals.context, pictureAskedWith, asked);
	return toPictureResponse(picture, asker.quickExit === undefined);
};
