/** The rows that belong to clients, in whatever tables there are: found, read and erased by foreign key. */
import { sql, type SQL } from 'drizzle-orm';
import type { BoardId, ClientId } from '#lib/shared/ids.ts';
import { anyOf } from '#lib/shared/server/any-of.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { listPersonalTables, type ForeignKey, type PersonalTable } from '../../personal-tables.ts';

type Scope = Pick<Work, 'query' | 'boardId'>;

/** The personal tables as the database itself says, parents first. */
export async function findPersonalTables({ query }: Pick<Work, 'query'>): Promise<readonly PersonalTable[]> {
	const rows = await query<{ table: string; columns: string; parent: string; parentColumns: string }>(sql`
		select child.relname as table, parent.relname as parent,
			(select string_agg(a.attname, ',' order by k.place) from unnest(c.conkey) with ordinality k(number, place)
				join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as columns,
			(select string_agg(a.attname, ',' order by k.place) from unnest(c.confkey) with ordinality k(number, place)
				join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as "parentColumns"
		from pg_constraint c
		join pg_class child on child.oid = c.conrelid
		join pg_class parent on parent.oid = c.confrelid
		where c.contype = 'f' and child.relnamespace = 'public'::regnamespace
		order by child.relname, c.conname`);
	const keys = rows.map(({ table, columns, parent, parentColumns }): ForeignKey => ({
		table,
		columns: columns.split(','),
		parent,
		parentColumns: parentColumns.split(',')
	}));
	return listPersonalTables('clients', keys);
}

/** The ids of rows by table. */
type IdsByTable = ReadonlyMap<string, readonly string[]>;

/**
 * The ids of the clients' rows in every table that others point at, parents first. Looked up table by table: asked in one
 * statement, with every way from the client within it, PostgreSQL goes through whole tables for each row of others.
 */
async function findParentIds(
	{ query, boardId }: Scope,
	tables: readonly PersonalTable[],
	clientIds: readonly ClientId[]
): Promise<IdsByTable> {
	const ids = new Map<string, readonly string[]>([['clients', clientIds]]);
	const parents = new Set(tables.flatMap(({ keys }) => keys.map(({ parent }) => parent)));
	for (const table of tables.filter(({ name, keys }) => keys.length > 0 && parents.has(name))) {
		const rows = await query<{ id: string }>(
			sql`select id from ${sql.identifier(table.name)} where ${belongsTo(table, ids, boardId)}`
		);
		ids.set(
			table.name,
			rows.map(({ id }) => id)
		);
	}
	return ids;
}

/** That a row of the table points at one of the rows with those ids; of a client's own row, that it has such an id. */
function belongsTo({ keys }: PersonalTable, ids: IdsByTable, boardId: BoardId): SQL {
	const ways =
		keys.length === 0
			? [sql`id = ${anyOf(ids.get('clients') ?? [])}`]
			: keys.map((key) => sql`${sql.identifier(ownColumn(key))} = ${anyOf(ids.get(key.parent) ?? [])}`);
	return sql`board_id = ${boardId} and (${sql.join(ways, sql` or `)})`;
}

/** The column that holds the other row's id: every key here is a board and an id. */
function ownColumn({ table, columns, parent, parentColumns }: ForeignKey): string {
	const column = columns[parentColumns.indexOf('id')];
	const rest = parentColumns.filter((name) => name !== 'id' && name !== 'board_id');
	if (!column || rest.length > 0) {
		throw new Error(`${table} points at ${parent} with ${parentColumns.join()}, not with board_id and id.`);
	}
	return column;
}

export interface PersonalRows {
	readonly table: string;
	readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Every row that belongs to the client, by table, as it is stored. */
export async function listPersonalRows(scope: Scope, clientId: ClientId): Promise<readonly PersonalRows[]> {
	const tables = await findPersonalTables(scope);
	const ids = await findParentIds(scope, tables, [clientId]);
	const found: PersonalRows[] = [];
	for (const table of tables) {
		const rows = await scope.query<{ row: Readonly<Record<string, unknown>> }>(
			sql`select to_jsonb(t) as row from ${sql.identifier(table.name)} t
				where ${belongsTo(table, ids, scope.boardId)}`
		);
		found.push({ table: table.name, rows: rows.map(({ row }) => row) });
	}
	return found;
}

/** Erases every row that belongs to the clients. Gives how many there were by table. */
export async function deletePersonalRows(
	scope: Scope,
	clientIds: readonly ClientId[]
): Promise<Readonly<Record<string, number>>> {
	const tables = await findPersonalTables(scope);
	const ids = await findParentIds(scope, tables, clientIds);
	const counts: Record<string, number> = {};
	for (const table of tables.toReversed()) {
		const [gone] = await scope.query<{ count: number }>(
			sql`with gone as (
					delete from ${sql.identifier(table.name)}
					where ${belongsTo(table, ids, scope.boardId)} returning 1
				)
				select count(*)::int as count from gone`
		);
		if (gone && gone.count > 0) counts[table.name] = gone.count;
	}
	return counts;
}
