/** Counts for an incident report, as the database stands at one moment. */
import { sql } from 'drizzle-orm';
import { queryRows, type Database, type Orm } from '#lib/shared/server/database.ts';
import type { BoardFacts, IncidentFacts } from '../incident-facts.ts';

export type CountedBoard = Omit<BoardFacts, 'log'>;
export type Counted = Pick<IncidentFacts, 'database' | 'signIn' | 'staffAccounts'> & {
	readonly boards: readonly CountedBoard[];
};

/** What there is, and what has happened since the moment. */
export async function readFacts(database: Database, since: Date): Promise<Counted> {
	return database.orm.transaction(
		async (tx) => ({
			database: await readDatabaseVersion(tx),
			boards: await countBoards(tx, since),
			signIn: await queryRows<{ kind: string; count: number }>(
				tx,
				sql`select kind, count(*)::int as count from sign_in_events
					where happened_at >= ${since.toISOString()}::timestamptz group by kind order by kind`
			),
			staffAccounts: await countStaff(tx)
		}),
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}

async function readDatabaseVersion(tx: Orm): Promise<string> {
	const [row] = await queryRows<{ version: string }>(tx, sql`select version() as version`);
	return /^\S+ \S+/.exec(row?.version ?? '')?.[0] ?? 'okänd';
}

async function countStaff(tx: Orm): Promise<number> {
	const [row] = await queryRows<{ count: number }>(
		tx,
		sql`select count(*)::int as count from staff_users where disabled_at is null`
	);
	return row?.count ?? 0;
}

type BoardRow = Omit<CountedBoard, 'since'> & Omit<CountedBoard['since'], 'actions'>;

async function countBoards(tx: Orm, since: Date): Promise<readonly CountedBoard[]> {
	const from = sql`${since.toISOString()}::timestamptz`;
	const rows = await queryRows<BoardRow>(
		tx,
		sql`select b.id, b.code, b.name,
				(select count(*)::int from clients c where c.board_id = b.id) as clients,
				(select count(*)::int from clients c
					where c.board_id = b.id and num_nonnulls(c.name, c.personal_number) > 0) as "identifiedClients",
				(select count(*)::int from cases c where c.board_id = b.id) as cases,
				(select count(*)::int from cases c where c.board_id = b.id and c.is_protected) as "protectedCases",
				(select count(*)::int from responses r where r.board_id = b.id) as responses,
				log.*
			from boards b cross join lateral (
				select count(*)::int as "logLines",
					count(distinct (e.actor_kind, e.actor_id))::int as actors,
					count(distinct c.client_id) filter (where e.kind = 'read')::int as "clientsRead",
					count(distinct c.client_id) filter (where e.kind = 'write')::int as "clientsWritten"
				from audit_events e left join cases c on c.board_id = e.board_id and c.id = e.case_id
				where e.board_id = b.id and e.happened_at >= ${from}
			) as log
			order by b.code`
	);
	const boards: CountedBoard[] = [];
	for (const { logLines, actors, clientsRead, clientsWritten, ...board } of rows) {
		const actions = await queryRows<{ action: string; count: number }>(
			tx,
			sql`select action, count(*)::int as count from audit_events
				where board_id = ${board.id} and happened_at >= ${from} group by action order by action`
		);
		boards.push({ ...board, since: { logLines, actors, clientsRead, clientsWritten, actions } });
	}
	return boards;
}
