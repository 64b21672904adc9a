/** The rows that belong to clients, in whatever tables there are: found, read and erased by foreign key. */
import { sql, type SQL } from 'drizzle-orm';
import type { BoardId, ClientId } from '#lib/shared/ids.ts';
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

/** That a row of the table belongs to one of the clients. */
function belongsTo(
	table: PersonalTable,
	tables: readonly PersonalTable[],
	boardId: BoardId,
	ids: readonly ClientId[]
): SQL {
	if (table.keys.length === 0) {
		const wanted = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
		return sql`board_id = ${boardId} and id in ${wanted}`;
	}
	const ways = table.keys.map(({ columns, parent, parentColumns }) => {
		const above = tables.find(({ name }) => name === parent);
		if (!above) throw new Error(`No table ${parent}.`);
		const own = sql.join(
			columns.map((column) => sql.identifier(column)),
			sql`, `
		);
		const theirs = sql.join(
			parentColumns.map((column) => sql.identifier(column)),
			sql`, `
		);
		return sql`(${own}) in (select ${theirs} from ${sql.identifier(parent)} where ${belongsTo(above, tables, boardId, ids)})`;
	});
	return sql`board_id = ${boardId} and (${sql.join(ways, sql` or `)})`;
}

export interface PersonalRows {
	readonly table: string;
	readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Every row that belongs to the client, by table, as it is stored. */
export async function listPersonalRows(scope: Scope, clientId: ClientId): Promise<readonly PersonalRows[]> {
	const tables = await findPersonalTables(scope);
	const found: PersonalRows[] = [];
	for (const table of tables) {
		const rows = await scope.query<{ row: Readonly<Record<string, unknown>> }>(
			sql`select to_jsonb(t) as row from ${sql.identifier(table.name)} t
				where ${belongsTo(table, tables, scope.boardId, [clientId])}`
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
	const counts: Record<string, number> = {};
	for (const table of tables.toReversed()) {
		const [gone] = await scope.query<{ count: number }>(
			sql`with gone as (
					delete from ${sql.identifier(table.name)}
					where ${belongsTo(table, tables, scope.boardId, clientIds)} returning 1
				)
				select count(*)::int as count from gone`
		);
		if (gone && gone.count > 0) counts[table.name] = gone.count;
	}
	return counts;
}
