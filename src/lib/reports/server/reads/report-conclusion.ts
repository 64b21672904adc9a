import { findConclusion, scopeOf, type ConclusionPlace } from '../conclusion/queries.ts';
import { nameStaff } from '#lib/access/server/colleagues/queries.ts';
import type { Conclusion } from '../../conclusion.ts';
import { read } from '#lib/shared/server/read.ts';

export interface NamedConclusion extends Omit<Conclusion, 'writtenBy'> {
	/** Null for somebody who has no account any more. */
	readonly writer: string | null;
}

/** What those who see the same figures have concluded from the report with this filter; null when nothing is written. */
export const reportConclusion = read({
	name: 'reportConclusion',
	permission: 'result:conclude',
	audit: 'always',
	subject: ({ report }: ConclusionPlace) => ({ type: 'report', id: null, reason: report }),
	async run(work, place: ConclusionPlace): Promise<NamedConclusion | null> {
		const found = await findConclusion(work, place, scopeOf(work));
		if (!found) return null;
		const { writtenBy, ...conclusion } = found;
		return { ...conclusion, writer: (await nameStaff(work, [writtenBy]))(writtenBy) };
	}
});
