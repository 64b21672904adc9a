import { pictureAskedWith } from '#lib/pictures/server/reads/pictures-asked-with.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toPictureResponse } from '../../../../../../picture-response.server.ts';
import { openLink } from '../../open-link.server.ts';
import type { RequestHandler } from './$types';

/** A picture of the forms that the link leads to; of no other. */
export const GET: RequestHandler = async (event) => {
	const { context, target, asker } = await openLink(event);
	const asked = { instrumentIds: target.instruments.map(({ id }) => id), hash: event.params.hash };
	return toPictureResponse(await fetch(context, pictureAskedWith, asked), asker.quickExit === undefined);
};
