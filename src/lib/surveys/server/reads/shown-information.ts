import { findPublished } from '../information/queries.ts';
import type { PublishedInformation } from '../../information.ts';
import type { InformationId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

/** The text that a link leads to, for whoever holds it; null when the board has none such. It is about nobody. */
export const shownInformation = read({
	name: 'shownInformation',
	permission: 'response:submit',
	audit: 'none',
	subject: null,
	run: (work, { id }: { readonly id: InformationId }): Promise<PublishedInformation | null> =>
		findPublished(work, id)
});
