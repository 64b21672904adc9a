import { wantsPictures } from '#lib/collection/journey-query.ts';
import type { OfferedPictures } from '#lib/collection/ui/page-pictures.ts';
import { listPictured } from '#lib/pictures/picture-set.ts';
import { picturesAskedWith } from '#lib/pictures/server/reads/pictures-asked-with.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openLent } from './open-lent.server.ts';

/** The pictures that the board has for the form, and whether they are shown; null where it has none. */
export async function findOfferedPictures(
	event: Parameters<typeof openLent>[0]
): Promise<OfferedPictures | null> {
	const { interview } = await openLent(event);
	const instrumentIds = [interview.instrument.id];
	const set = await fetch(event.locals.context, picturesAskedWith, { instrumentIds });
	if (listPictured(set).length === 0) return null;
	return { set, base: '/here/pictures', isShown: wantsPictures(event.url.searchParams) };
}
