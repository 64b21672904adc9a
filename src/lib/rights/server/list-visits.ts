import { listLinesOfCase } from '#lib/audit/server/review/queries.ts';
import { gatherVisits } from '#lib/audit/visit.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { ExtractVisit } from '../extract.ts';

/**
 * What has been read and written in the cases, day by day, the latest first. When and why is the person's to know; who of
 * the staff it was is told by the log's reviewer (CJEU C-579/21; docs/rights-of-persons.md).
 */
export async function listVisits(
	work: Work,
	cases: ReadonlyMap<CaseId, string>
): Promise<readonly ExtractVisit[]> {
	const visits: (ExtractVisit & { readonly at: number })[] = [];
	for (const [caseId, caseNumber] of cases) {
		const lines = await listLinesOfCase(work, caseId);
		const groups = Map.groupBy(lines, ({ actorKind, workContext }) => `${actorKind} ${workContext}`);
		for (const [of, group] of groups) {
			const [actorKind = '', workContext = ''] = of.split(' ');
			for (const { day, actions, firstAt } of gatherVisits(group, toLocalDate)) {
				const kind = actorKind as ExtractVisit['actorKind'];
				visits.push({ day, caseNumber, actorKind: kind, actions, workContext, at: firstAt.getTime() });
			}
		}
	}
	return visits.toSorted((one, other) => other.at - one.at).map(({ at: _at, ...visit }) => visit);
}
