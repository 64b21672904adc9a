/** Parts of statements that other domains count cases with. No name of a client is in them. */
import { sql, type SQL } from 'drizzle-orm';
import type { BoardId, UnitId } from '#lib/shared/ids.ts';
import { anyOf } from '#lib/shared/server/any-of.ts';
import { cases, clients, interventions } from '../tables.ts';

interface Scope {
	readonly boardId: BoardId;
}

/** `id, unit_id, sex, birth_year` of the cases of some units; null is every case of the board, in a unit or not. */
export function casesOfUnits({ boardId }: Scope, units: readonly UnitId[] | null): SQL {
	const within = units === null ? sql`true` : sql`${cases.unitId} = ${anyOf(units)}`;
	return sql`(
		select ${cases.id}, ${cases.unitId}, ${clients.sex}, ${clients.birthYear}
		from ${cases} join ${clients} on ${clients.boardId} = ${cases.boardId} and ${clients.id} = ${cases.clientId}
		where ${cases.boardId} = ${boardId} and ${within}
	)`;
}

/** `id, name` of the board's interventions; the name is sealed as `interventions.name`. */
export function interventionNames({ boardId }: Scope): SQL {
	return sql`(
		select ${interventions.id}, ${interventions.name} from ${interventions}
		where ${interventions.boardId} = ${boardId}
	)`;
}
