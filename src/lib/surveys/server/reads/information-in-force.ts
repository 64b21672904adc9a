import { findInForce } from '../information/queries.ts';
import type { InformationSubject, PublishedInformation } from '../../information.ts';
import { read } from '#lib/shared/server/read.ts';

/** What people are told today, for staff who tell it; null where the board has said nothing yet. It is about nobody. */
export const informationInForce = read({
	name: 'informationInForce',
	permission: 'instrument:read',
	audit: 'none',
	subject: null,
	run: (work, { subject }: { readonly subject: InformationSubject }): Promise<PublishedInformation | null> =>
		findInForce(work, subject)
});
