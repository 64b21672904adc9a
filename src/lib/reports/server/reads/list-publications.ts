import { listPublicationRows } from '../queries.ts';
import type { Publication } from '../../publication.ts';
import { read } from '#lib/shared/server/read.ts';

/** Everything the board has published, also what has been replaced or withdrawn. */
export const listPublications = read({
	name: 'listPublications',
	permission: 'result:publish',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly Publication[]> => listPublicationRows(work)
});
