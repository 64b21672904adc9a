/** How many rows the board has in every table; for tests that say what is touched and what is not. */
import { sql } from 'drizzle-orm';
import { queryRows } from '#lib/shared/server/database.ts';
import type { TestBoard } from './test-board.ts';

export type RowCounts = Readonly<Record<string, number>>;

/** Rows by table, every table of the database that has a board. */
export async function countRows({ database, board }: TestBoard): Promise<RowCounts> {
	const tables = await queryRows<{ name: string }>(
		database.orm,
		sql`select table_name as name from information_schema.columns
			where table_schema = 'public' and column_name = 'board_id' order by table_name`
	);
	const counts: Record<string, number> = {};
	for (const { name } of tables) {
		const [row] = await queryRows<{ count: number }>(
			database.orm,
			sql`select count(*)::int as count from ${sql.identifier(name)} where board_id = ${board.id}`
		);
		counts[name] = row?.count ?? 0;
	}
	return counts;
}

/** What changed from the one to the other: only tables with more or fewer rows. */
export function toDifference(before: RowCounts, after: RowCounts): RowCounts {
	const changed = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
	return Object.fromEntries(changed.filter(([, difference]) => difference !== 0));
}
