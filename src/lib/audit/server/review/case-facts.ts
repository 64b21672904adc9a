/** What a log review has to know of cases besides the log: who was assigned, and which are protected. */
import { sql } from 'drizzle-orm';
import type { CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { anyOf } from '#lib/shared/server/any-of.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { ReviewFacts } from '../../assess-visits.ts';
import type { Visit } from '../../visit.ts';

interface AssignmentRow {
	readonly caseId: CaseId;
	readonly staffId: string;
	readonly from: LocalDate;
	readonly to: LocalDate | null;
}

/**
 * The facts about the cases of the visits. Assigned is whoever had the case, and the managers of its unit, that day; of a
 * case that nobody has ever been assigned to, or that is erased, nothing is known.
 */
export async function findCaseFacts(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	visits: readonly Visit[]
): Promise<Pick<ReviewFacts, 'isAssigned' | 'isProtected'>> {
	const wanted = anyOf(new Set(visits.flatMap(({ caseId }) => caseId ?? [])));
	const protectedCases = await query<{ id: CaseId }>(
		sql`select id from cases where board_id = ${boardId} and is_protected and id = ${wanted}`
	);
	const assigned = await query<AssignmentRow>(sql`
		select case_id as "caseId", staff_id as "staffId", valid_from::text as from, valid_to::text as to
		from case_assignments where board_id = ${boardId} and case_id = ${wanted}
		union all
		select c.id, a.user_id::text, a.valid_from::text, a.valid_to::text
		from cases c join assignments a on a.board_id = c.board_id and a.role = 'unit-manager'
			and (a.unit_id is null or a.unit_id = c.unit_id)
		where c.board_id = ${boardId} and c.id = ${wanted} and not c.is_protected`);
	const known = new Set(assigned.map(({ caseId }) => caseId));
	const byCaseAndPerson = Map.groupBy(assigned, ({ caseId, staffId }) => keyOf(staffId, caseId));
	const protectedIds = new Set(protectedCases.map(({ id }) => id));
	return {
		isProtected: (caseId) => protectedIds.has(caseId),
		isAssigned(actorId, caseId, day) {
			if (!known.has(caseId)) return null;
			const held = byCaseAndPerson.get(keyOf(actorId, caseId)) ?? [];
			// The last day counts: an assignment that is ended today was there this morning.
			return held.some(({ from, to }) => from <= day && (to === null || day <= to));
		}
	};
}

function keyOf(actorId: string, caseId: CaseId): string {
	return `${actorId} ${caseId}`;
}
