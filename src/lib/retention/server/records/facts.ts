/** What the rules need to know of each client's record, from all of their cases in the board. */
import { sql } from 'drizzle-orm';
import type { ClientId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { anyOf } from '#lib/shared/server/any-of.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { RecordFacts } from '../../assess-record.ts';
import { dayOfBirth } from '../../day-of-birth.ts';
import { noteColumns, type PersonalTable } from '../../personal-tables.ts';
import { findPersonalTables } from './personal-rows.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';

export interface ClientRecord extends RecordFacts {
	readonly clientId: ClientId;
}

interface FactRow {
	readonly clientId: ClientId;
	readonly hasOpenCase: boolean;
	readonly lastNoteOn: LocalDate | null;
	readonly personalNumber: Sealed | null;
	readonly isHeld: boolean;
}

/** The records of all clients, or of the named ones. */
export async function listRecords(
	work: Pick<Work, 'query' | 'boardId' | 'cipher' | 'today'>,
	only?: readonly ClientId[]
): Promise<readonly ClientRecord[]> {
	const { query, boardId, today } = work;
	const tables = await findPersonalTables(work);
	const wanted = only === undefined ? sql`true` : sql`c.id = ${anyOf(only)}`;
	const rows = await query<FactRow>(sql`
		with note as (${listNotes(tables, boardId)}),
			-- Once for all clients: asked for each of them, every note is gone through again.
			latest as materialized (select client_id, max(day) as day from note group by client_id)
		select c.id as "clientId", c.personal_number as "personalNumber",
			exists (select from cases k where k.board_id = c.board_id and k.client_id = c.id and k.closed_on is null)
				as "hasOpenCase",
			latest.day::text as "lastNoteOn",
			exists (select from retention_holds h where h.board_id = c.board_id and h.client_id = c.id
				and (h.lifted_on is null or h.lifted_on > ${today})) as "isHeld"
		from clients c left join latest on latest.client_id = c.id
		where c.board_id = ${boardId} and ${wanted}
		order by c.id`);
	const { open } = await work.cipher();
	return rows.map(({ personalNumber, ...facts }) => ({
		...facts,
		birthDay: dayOfBirth(open('clients.personal_number', facts.clientId, personalNumber))
	}));
}

/** One line per note: the client and the day, from every column that counts as one. */
function listNotes(tables: readonly PersonalTable[], boardId: Work['boardId']) {
	const parts = Object.entries(noteColumns)
		.filter(([, kind]) => kind === 'note')
		.map(([name]) => {
			const [table = '', column = ''] = name.split('.');
			const path = pathToClient(tables, table);
			return sql`select ${path.client} as client_id, (t0.${sql.identifier(column)})::date as day
				from ${sql.identifier(table)} t0 ${path.joins} where t0.board_id = ${boardId}`;
		});
	return sql.join(parts, sql` union all `);
}

/** The joins from a table up to the column that names the client, by the first key that leads there. */
function pathToClient(tables: readonly PersonalTable[], from: string) {
	let at = tables.find(({ name }) => name === from);
	let joins = sql``;
	for (let step = 0; ; step += 1) {
		const key = at?.keys[0];
		if (!key) throw new Error(`No way from ${from} to the client.`);
		const here = sql.identifier(`t${step}`);
		if (key.parent === 'clients') {
			const place = key.parentColumns.indexOf('id');
			return { joins, client: sql`${here}.${sql.identifier(key.columns[place] ?? '')}` };
		}
		const next = sql.identifier(`t${step + 1}`);
		const on = key.columns.map(
			(column, index) =>
				sql`${next}.${sql.identifier(key.parentColumns[index] ?? '')} = ${here}.${sql.identifier(column)}`
		);
		joins = sql`${joins} join ${sql.identifier(key.parent)} ${next} on ${sql.join(on, sql` and `)}`;
		at = tables.find(({ name }) => name === key.parent);
	}
}
