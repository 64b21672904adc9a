import { findConclusion, scopeOf, type ConclusionPlace } from '../conclusion/queries.ts';
import type { Conclusion } from '../../conclusion.ts';
import { read } from '#lib/shared/server/read.ts';

/** What those who see the same figures have concluded from the report with this filter; null when nothing is written. */
export const reportConclusion = read({
	name: 'reportConclusion',
	permission: 'result:conclude',
	audit: 'always',
	subject: ({ report }: ConclusionPlace) => ({ type: 'report', id: null, reason: report }),
	run: (work, place: ConclusionPlace): Promise<Conclusion | null> =>
		findConclusion(work, place, scopeOf(work))
});
