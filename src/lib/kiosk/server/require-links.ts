import type { SurveyLinkId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { listSurveyLinks } from '#lib/surveys/server/queries.ts';

/** The links, each once. Refuses none at all (`invalid-input`) and one that is not the board's (`not-found`). */
export async function requireLinks(work: Work, linkIds: readonly SurveyLinkId[]): Promise<SurveyLinkId[]> {
	const wanted = [...new Set(linkIds)];
	if (wanted.length === 0) throw new Problem('invalid-input', { field: 'linkIds' });
	const found = await listSurveyLinks(work, wanted);
	if (found.length !== wanted.length) throw new Problem('not-found');
	return wanted;
}
