/** What work has cost, to its table and counted together from it. */
import { sql } from 'drizzle-orm';
import type { CaseId, UnitId } from '#lib/shared/ids.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Effort, EffortKind } from '../../effort.ts';
import { workEfforts } from '../effort-tables.ts';
import { casesOfUnits } from '../figures/queries.ts';

/** Keeps what a piece of work in a case has cost; nothing when it was not measured. */
export async function recordEffort(
	{ tx, boardId, newId, today }: Pick<Work, 'tx' | 'boardId' | 'newId' | 'today'>,
	caseId: CaseId,
	effort: Effort | null
): Promise<void> {
	if (effort === null) return;
	await tx.insert(workEfforts).values({ boardId, id: newId(), caseId, recordedOn: today, ...effort });
}

export interface EffortCount {
	readonly kind: EffortKind;
	readonly instrumentId: string | null;
	/** Cases, not times: so many people the figures are about. */
	readonly cases: number;
	readonly times: number;
	readonly medianSeconds: number;
	/** Null where no keys were counted. */
	readonly medianKeystrokes: number | null;
}

/** By kind and instrument over the units' cases; null is every case of the board. Never by who did it. */
export function countEffort(
	scope: Pick<Work, 'query' | 'boardId'>,
	units: readonly UnitId[] | null
): Promise<readonly EffortCount[]> {
	return scope.query<EffortCount>(sql`
		select e.kind, e.instrument_id as "instrumentId", count(distinct e.case_id)::int as cases, count(*)::int as times,
			percentile_cont(0.5) within group (order by e.seconds)::float8 as "medianSeconds",
			percentile_cont(0.5) within group (order by e.keystrokes)::float8 as "medianKeystrokes"
		from ${workEfforts} e join ${casesOfUnits(scope, units)} c on c.id = e.case_id
		where e.board_id = ${scope.boardId}
		group by e.kind, e.instrument_id order by e.kind, e.instrument_id`);
}
