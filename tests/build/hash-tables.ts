/** A fingerprint of everything that is stored, to see that nothing was changed by trying. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '#lib/shared/server/database.ts';

/** What asking, and time, leave behind: that it was read, that somebody was here or tried, that the night's work is done. */
const traces = [
	'audit_events',
	'job_runs',
	'staff_sessions',
	'sign_in_events',
	'sign_in_throttles',
	'staff_verifications'
];

export type TableHashes = Readonly<Record<string, string>>;

/** A hash per table of the whole database; of the access log only how many writes it tells of. */
export async function hashTables({ orm }: Database): Promise<TableHashes> {
	const tables = await queryRows<{ name: string }>(
		orm,
		sql`select table_name as name from information_schema.tables
			where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
	);
	const hashes: Record<string, string> = {};
	for (const { name } of tables.filter((table) => !traces.includes(table.name))) {
		const rows = await queryRows<{ row: string }>(
			orm,
			sql`select t::text as row from ${sql.identifier(name)} t order by 1`
		);
		hashes[name] = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
	}
	const [writes] = await queryRows<{ count: number }>(
		orm,
		sql`select count(*)::int as count from audit_events where kind = 'write'`
	);
	return { ...hashes, 'writes in the access log': String(writes?.count) };
}
