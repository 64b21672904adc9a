import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of JSON Schemas beside the instruments. */
const schemaFolder = 'schema';

/**
 * The folders `<id>/<version>/` below a directory, in order; null when the directory cannot be read. A directory that
 * is itself one instrument, or one version of it, gives its own folders, so that one instrument can be linted alone.
 */
export function listInstrumentFolders(directory: string): string[] | null {
	const folders = listFolders(directory);
	if (folders === null) return null;
	if (isVersion(directory)) return [directory];
	if (folders.some(isVersion)) return folders;
	return folders.flatMap((folder) => listFolders(folder) ?? []);
}

function isVersion(directory: string): boolean {
	return ['instrument.json', 'survey.json'].some((file) => existsSync(join(directory, file)));
}

/** The folders in a folder, without hidden ones and schemas. */
function listFolders(directory: string): string[] | null {
	try {
		return readdirSync(directory, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== schemaFolder)
			.map((entry) => join(directory, entry.name))
			.sort();
	} catch {
		return null;
	}
}
