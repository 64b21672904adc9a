/** Occasions that nothing came of, with why: also a missing answer is a result. */
import { sql, type SQL } from 'drizzle-orm';
import type { Occasion } from '#lib/cases/case.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { MissedReason } from '../../occasion.ts';
import { caseOccasions } from '../tables.ts';

export interface CountedMissed {
	readonly caseId: CaseId;
	readonly instrumentId: string | null;
	readonly phase: Occasion;
	readonly reason: MissedReason;
	readonly missedOn: LocalDate;
}

/** The missed occasions, the earliest first; `within` has the `id` of cases. */
export function listCountedMissed(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	within: SQL
): Promise<readonly CountedMissed[]> {
	return query<CountedMissed>(sql`
		select o.case_id as "caseId", o.instrument_id as "instrumentId", o.phase, o.missed_reason as reason,
			o.settled_on::text as "missedOn"
		from ${caseOccasions} o
		where o.board_id = ${boardId} and o.state = 'missed' and o.case_id in ${within}
		order by o.settled_on, o.id`);
}
