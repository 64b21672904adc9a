/** Clears the files of what has been erased: a deleted row lies in its table's file until the table is written anew. */
import { sql } from 'drizzle-orm';
import type { Database } from '#lib/shared/server/database.ts';
import type { Certificate } from '../certificate.ts';

/**
 * Writes the tables anew, outside any transaction, and forces a checkpoint in the embedded database. The write-ahead log
 * keeps older copies until it is recycled, and so do backups; what was sealed cannot be read there without the keys.
 * Gives the tables that could not be written, because the program does not own them.
 */
export async function sweepErased(
	database: Pick<Database, 'kind' | 'orm'>,
	certificates: readonly Pick<Certificate, 'counts'>[]
): Promise<readonly string[]> {
	const tables = new Set(certificates.flatMap(({ counts }) => Object.keys(counts)));
	const left: string[] = [];
	for (const table of tables) {
		try {
			await database.orm.execute(sql`vacuum full ${sql.identifier(table)}`);
		} catch {
			left.push(table);
		}
	}
	if (database.kind === 'pglite' && tables.size > 0) await database.orm.execute(sql`checkpoint`);
	return left;
}
