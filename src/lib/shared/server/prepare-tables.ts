import type { Database } from './database.ts';
import { countPendingMigrations, migrateDatabase } from './migrate.ts';

/**
 * The embedded database is this process's own and is brought up to date; a shared one is changed only when asked, by an
 * account that may. Throws with one sentence when it has to be.
 */
export async function prepareTables(database: Database, root: string): Promise<void> {
	if (database.kind === 'pglite') {
		await migrateDatabase(database, root);
		return;
	}
	const pending = await countPendingMigrations(database, root);
	if (pending > 0) {
		throw new Error(`Databasen behöver uppdateras (${pending} steg). Kör först: npx genklang migrate`);
	}
}
