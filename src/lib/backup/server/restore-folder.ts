/** Restoring into a data folder: everything is made aside and moved into place last, so that a kill leaves nothing half. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MasterKey } from '#lib/secrecy/server/master-key.ts';
import { openDatabase, type Database, type FolderStorage } from '#lib/shared/server/database.ts';
import { lockDirectory } from '#lib/shared/server/directory-lock.ts';
import { syncFolder } from '#lib/shared/server/durable-files.ts';
import { makeRefusal } from './refusals.ts';

/** Where an embedded database is made while it is being restored; left behind by a kill, and taken away the next time. */
const asideName = 'restoring';
const databaseName = 'database';

/**
 * Lets `restore` fill a database that nobody else can see, and moves it into the data folder when that is done. The
 * folder is held meanwhile, so that no server starts in it. Refuses a folder that holds anything else.
 */
export async function restoreFolder<T>(
	storage: FolderStorage,
	masterKey: MasterKey,
	restore: (database: Database) => Promise<T>
): Promise<T> {
	const directory = resolve(storage.dataDirectory);
	if (holdsSomething(directory)) throw makeRefusal('not-empty');
	const isOurs = !existsSync(directory);
	mkdirSync(directory, { recursive: true, mode: 0o700 });
	const lock = await lockDirectory(directory);
	const aside = join(directory, asideName);
	try {
		// Looked at again now that nobody else can put anything there.
		if (holdsSomething(directory)) throw makeRefusal('not-empty');
		rmSync(aside, { recursive: true, force: true });
		const database = await openDatabase({ ...storage, dataDirectory: aside, masterKey });
		let result: T;
		try {
			result = await restore(database);
		} finally {
			await database.close();
		}
		renameSync(join(aside, databaseName), join(directory, databaseName));
		syncFolder(directory);
		return result;
	} finally {
		rmSync(aside, { recursive: true, force: true });
		lock.release();
		if (isOurs && readdirSync(directory).length === 0) rmdirSync(directory);
	}
}

/** What a lock, an interrupted restore or a file system's own folder leaves is nothing. */
function holdsSomething(directory: string): boolean {
	if (!existsSync(directory)) return false;
	return readdirSync(directory).some((name) => !/^(lock\.json.*|restoring|lost\+found)$/.test(name));
}
