/** The occasions that a day of work is made of. */
import { sql, type SQL } from 'drizzle-orm';
import { sentForOccasion } from '#lib/collection/server/queries.ts';
import type { Respondent } from '#lib/instruments/instrument.ts';
import type { CaseId, OccasionId, PlanId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { caseOccasions, casePlans } from '../tables.ts';

export interface OpenOccasion {
	readonly id: OccasionId;
	readonly caseId: CaseId;
	readonly caseNumber: string;
	readonly planId: PlanId;
	readonly planVersion: number;
	readonly line: string;
	readonly rule: string;
	readonly sequence: number;
	readonly instrumentId: string | null;
	readonly respondent: Respondent;
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
	/** Whether a link has been sent and waits for its answer. */
	readonly isSent: boolean;
}

/** What is planned and opens by the day, in order of when it closes; `within` has `id` and `case_number` of cases. */
export async function listOpenOccasions(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	within: SQL,
	until: LocalDate
): Promise<readonly OpenOccasion[]> {
	const rows = sql`
		select o.id, o.case_id as "caseId", c.case_number as "caseNumber", p.plan_id as "planId",
			p.plan_version as "planVersion", o.line, o.rule, o.sequence, o.instrument_id as "instrumentId", o.respondent,
			o.opens_on as "opensOn", o.closes_on as "closesOn",
			exists (
				select from ${sentForOccasion} sent where sent.board_id = o.board_id and sent.occasion_id = o.id
			) as "isSent"
		from ${caseOccasions} o
		join ${casePlans} p on p.board_id = o.board_id and p.id = o.case_plan_id and p.ended_on is null
		join ${within} c on c.id = o.case_id
		where o.board_id = ${boardId} and o.state = 'planned' and o.opens_on <= ${until}
		order by o.closes_on, c.case_number, o.sequence`;
	// As one value: thousands of rows of many fields each take longer to read than to find, above all from PGlite.
	const [found] = await query<{ all: readonly OpenOccasion[] }>(
		sql`select coalesce(json_agg(r), '[]') as "all" from (${rows}) r`
	);
	return found?.all ?? [];
}
