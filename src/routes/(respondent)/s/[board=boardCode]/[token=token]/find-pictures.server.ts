import { wantsPictures } from '#lib/collection/journey-query.ts';
import type { OfferedPictures } from '#lib/collection/ui/page-pictures.ts';
import { listPictured } from '#lib/pictures/picture-set.ts';
import { picturesAskedWith } from '#lib/pictures/server/reads/pictures-asked-with.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openLink } from './open-link.server.ts';

/** The pictures that the board has for the form, and whether they are shown; null where it has none. */
export async function findOfferedPictures(
	event: Parameters<typeof openLink>[0]
): Promise<OfferedPictures | null> {
	const { context, target } = await openLink(event);
	const instrumentIds = target.instruments.map(({ id }) => id);
	const set = await fetch(context, picturesAskedWith, { instrumentIds });
	if (listPictured(set).length === 0) return null;
	const { params, url } = event;
	return {
		set,
		base: `/s/${params.board}/${params.token}/pictures`,
		isShown: wantsPictures(url.searchParams)
	};
}
