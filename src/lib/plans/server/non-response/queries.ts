/** How the cases that follow a plan stand with each of its measurements, counted in the database. */
import { sql, type SQL } from 'drizzle-orm';
import { casesOfUnits, interventionNames } from '#lib/cases/server/figures/queries.ts';
import { bandsOnScale } from '#lib/collection/server/figures/queries.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import type { InterventionId, PlanId, UnitId } from '#lib/shared/ids.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { caseOccasions, casePlans } from '../tables.ts';

type Scope = Pick<Work, 'query' | 'boardId' | 'today'>;

export interface Asked {
	readonly planId: PlanId;
	/** Null: all of the board's, also cases that belong to no unit. */
	readonly units: readonly UnitId[] | null;
}

/** One row for each case and measurement: the latest that has been due, or the next one when none has. */
const latest = (scope: Scope, { planId, units }: Asked): SQL => sql`(
	select distinct on (o.case_plan_id, o.line, o.rule) o.line, o.rule, o.case_id, c.sex, c.birth_year,
		coalesce(c.unit_id::text, '') as unit, o.instrument_id, p.intervention_id, p.started_on,
		case
			when o.state = 'done' then 'done'
			when o.state = 'missed' and o.missed_reason in ('deceased', 'moved') then 'outside'
			when o.state = 'missed' then o.missed_reason
			when o.closes_on < ${scope.today} then 'overdue'
			else 'not-due'
		end as standing
	from ${caseOccasions} o
	join ${casePlans} p on p.board_id = o.board_id and p.id = o.case_plan_id
	join ${casesOfUnits(scope, units)} c on c.id = o.case_id
	where o.board_id = ${scope.boardId} and p.plan_id = ${planId} and o.state <> 'lapsed'
	order by o.case_plan_id, o.line, o.rule,
		(o.state = 'planned' and (o.closes_on is null or o.closes_on >= ${scope.today})), o.sequence desc
)`;

export interface StandingRow {
	readonly line: string;
	readonly rule: string;
	/** The unit's id; empty for cases that belong to none. */
	readonly unit: string;
	readonly standing: string;
	readonly cases: number;
}

export function countStandings(scope: Scope, asked: Asked): Promise<readonly StandingRow[]> {
	return scope.query<StandingRow>(sql`
		select line, rule, unit, standing, count(distinct case_id)::int as cases
		from ${latest(scope, asked)} l group by line, rule, unit, standing order by line, rule, unit, standing`);
}

export interface ExpectedCase {
	readonly isDone: boolean;
	readonly sex: 'female' | 'male' | null;
	/** At the start of the plan, by the year. */
	readonly ageInYears: number | null;
	readonly intervention: { readonly id: InterventionId; readonly name: Sealed } | null;
	/** The bands of the first score before, as they are stored; null when there is none. */
	readonly bands: readonly { readonly set: string; readonly label: string }[] | null;
}

/** Those expected at one measurement with what was known of them at the start. No case and no client is named in it. */
export async function listExpected(
	scope: Scope,
	asked: Asked,
	of: { readonly line: string; readonly rule: string; readonly scale: string }
): Promise<readonly ExpectedCase[]> {
	const rows = await scope.query<
		Omit<ExpectedCase, 'intervention'> & {
			interventionId: InterventionId | null;
			interventionName: Sealed | null;
		}
	>(sql`
		select l.standing = 'done' as "isDone", l.sex,
			extract(year from l.started_on)::int - l.birth_year as "ageInYears",
			i.id as "interventionId", i.name as "interventionName",
			(
				select s.bands from ${bandsOnScale(scope, of.scale)} s
				where s.case_id = l.case_id and s.instrument_id = l.instrument_id and s.occasion = 'before'
				order by s.answered_on limit 1
			) as bands
		from ${latest(scope, asked)} l
		left join ${interventionNames(scope)} i on i.id = l.intervention_id
		where l.line = ${of.line} and l.rule = ${of.rule} and l.standing not in ('not-due', 'outside')`);
	return rows.map(({ interventionId, interventionName, ...row }) => ({
		...row,
		intervention:
			interventionId === null || interventionName === null
				? null
				: { id: interventionId, name: interventionName }
	}));
}
