/** `genklang migrate`: brings the database to the form this version needs. Safe to run again, and by several at once. */
import { openMasterKey } from '../../src/lib/secrecy/server/open-master-key.ts';
import { beginEmpty, readEnvironment, type Environment } from '../../src/lib/shared/environment.ts';
import { ok } from '../../src/lib/shared/result.ts';
import { openDatabase, type Database } from '../../src/lib/shared/server/database.ts';
import { migrateDatabase } from '../../src/lib/shared/server/migrate.ts';
import type { CommandIo } from './command-io.ts';

/** Opens the database of the settings, migrates it and closes it; the exit code is 1 when that could not be done. */
export async function run(_args: readonly string[], io: CommandIo): Promise<number> {
	const settings = readEnvironment(process.env);
	if (!settings.ok) {
		io.stderr(`${settings.problem}\n`);
		return 1;
	}
	let database: Database | undefined;
	try {
		const masterKey = hasKey(settings.value) ? openMasterKey(settings.value) : ok(null);
		if (!masterKey.ok) throw new Error(masterKey.problem);
		const storage = beginEmpty(settings.value.storage, io.root);
		database = await openDatabase({ ...storage, masterKey: masterKey.value });
		const steps = await migrateDatabase(database, io.root);
		io.stdout(
			steps === 0 ? 'Databasen var redan uppdaterad.\n' : `Databasen är uppdaterad (${steps} steg).\n`
		);
		return 0;
	} catch (error) {
		io.stderr(`${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	} finally {
		await database?.close();
	}
}

/** Only a database with boards from before there were keys needs one here. */
function hasKey({ masterKeyFile, mode }: Environment): boolean {
	return masterKeyFile !== null || mode === 'demo';
}
