import { listLinesOfCase, listListLines } from '../review/queries.ts';
import type { Readers, ReaderVisit, TellingGround, TellingRecipient } from '../../readers.ts';
import { gatherVisits } from '../../visit.ts';
import { findCaseByNumber } from '#lib/cases/server/queries.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { findNames } from '#lib/access/server/colleagues/queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ReadersOfCaseInput {
	readonly caseNumber: string;
	readonly ground: TellingGround;
	readonly recipient: TellingRecipient;
}

/**
 * Everybody who has read or written in a case, day by day, the latest first. Asks why and for whom. Refuses a case number
 * that the board does not have (`not-found`).
 */
export const readersOfCase = read({
	name: 'readersOfCase',
	permission: 'log:tell',
	audit: 'always',
	subject: ({ ground, recipient }: ReadersOfCaseInput, { stamp, caseId }: Readers) => ({
		type: 'log-extract',
		id: stamp,
		caseId,
		reason: `${ground} ${recipient}`
	}),
	async run(work, { caseNumber }: ReadersOfCaseInput): Promise<Readers> {
		const found = await findCaseByNumber(work, caseNumber);
		if (!found) throw new Problem('not-found', { what: 'case' });
		const { id: caseId, openedOn } = found;
		const lines = await listLinesOfCase(work, caseId);
		const listLines = await listListLines(work, openedOn);
		const names = await findNames(
			work.tx,
			[...lines, ...listLines].map(({ actorId }) => actorId)
		);
		const nameOf = (id: string): string => names.get(id) ?? id;

		const visits = [...Map.groupBy(lines, ({ workContext }) => workContext)].flatMap(
			([workContext, group]) => {
				const kindOf = new Map(group.map(({ actorId, actorKind }) => [actorId, actorKind]));
				return gatherVisits(group, toLocalDate).map(({ actorId, ...visit }): ReaderVisit => {
					const actorKind = (kindOf.get(actorId) ?? 'system') as ReaderVisit['actorKind'];
					const { day, firstAt, lastAt, reads, writes, actions } = visit;
					const actorName = actorKind === 'staff' ? nameOf(actorId) : null;
					return { actorKind, actorName, day, firstAt, lastAt, reads, writes, actions, workContext };
				});
			}
		);
		return {
			caseId,
			caseNumber,
			stamp: work.newId(),
			visits: visits.toSorted((one, other) => +other.firstAt - +one.firstAt),
			listVisits: gatherVisits(listLines, toLocalDate)
				.toReversed()
				.map(({ actorId, day, reads }) => ({ actorName: nameOf(actorId), day, times: reads }))
		};
	}
});
