import { findNames } from '#lib/access/server/colleagues/queries.ts';
import { listUnitsOfBoard } from '#lib/access/server/staff/queries.ts';
import { listProvidersOfBoard } from '#lib/cases/server/queries.ts';
import { openColumns } from '#lib/secrecy/open-columns.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { ExtractTable } from '../extract.ts';

/** The names of the staff, providers and units that the rows point at, by id; whoever has no account is left out. */
export async function listNames(
	work: Work,
	tables: readonly ExtractTable[]
): Promise<Readonly<Record<string, string>>> {
	const values = new Set(
		tables
			.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)))
			.filter((value) => typeof value === 'string')
	);
	const staff = tables.flatMap(({ name, rows }) =>
		staffColumnsOf(name).flatMap((column) => rows.flatMap((row) => row[column] ?? []).map(String))
	);
	const known = [...(await listProvidersOfBoard(work)), ...(await listUnitsOfBoard(work))]
		.filter(({ id }) => values.has(id))
		.map(({ id, name }) => [id, name] as const);
	return Object.fromEntries([...known, ...(await findNames(work.tx, [...new Set(staff)]))]);
}

/** Columns that name somebody on the staff: told by why they may be stored open. */
function staffColumnsOf(table: string): readonly string[] {
	return Object.entries(openColumns[table] ?? {})
		.filter(([, reason]) => reason === 'staff' || reason === 'log')
		.map(([column]) => column);
}
