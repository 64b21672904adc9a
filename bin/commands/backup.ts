/** `genklang backup <fil>`: copies everything in the database to one encrypted file, or to standard out with `-`. */
import { parseArgs } from 'node:util';
import { streamBackup, writeBackupFile } from '../../src/lib/backup/server/backup-file.ts';
import type { BackupSummary } from '../../src/lib/backup/server/write-backup.ts';
import { openMasterKey } from '../../src/lib/secrecy/server/open-master-key.ts';
import { readEnvironment } from '../../src/lib/shared/environment.ts';
import { openDatabase, type Database } from '../../src/lib/shared/server/database.ts';
import { readPassphrase } from './backup-passphrase.ts';
import type { CommandIo } from './command-io.ts';
import { readVersion } from './read-version.ts';

const usage =
	'Skriv: genklang backup [--passphrase-stdin] <fil>, eller - i stället för fil för standard ut\n';
const shortestPassphrase = 16;

/** 0 when there is a whole copy, 1 when there is none, 2 when it was written wrongly. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const options = readOptions(args);
	if (!options) {
		io.stderr(usage);
		return 2;
	}
	const passphrase = await readPassphrase(options.isPassphraseOnStdin, io);
	const settings = readEnvironment(process.env);
	const masterKey = settings.ok ? openMasterKey(settings.value) : settings;
	if (!settings.ok || !masterKey.ok || !passphrase.ok) {
		const refused = [settings, masterKey, passphrase].find((one) => !one.ok);
		io.stderr(`${refused && !refused.ok ? refused.problem : ''}\n`);
		return 1;
	}
	if (passphrase.value.length < shortestPassphrase) {
		io.stderr(`Lösenfrasen är för kort. Den ska ha minst ${shortestPassphrase} tecken, helst flera ord.\n`);
		return 1;
	}
	let database: Database | undefined;
	try {
		const { storage } = settings.value;
		database = await openDatabase({ ...storage, masterKey: masterKey.value, command: 'backup' });
		const facts = { version: readVersion(io.root), now: new Date() };
		const { path } = options;
		const copied =
			path === '-'
				? await streamBackup(database, facts, passphrase.value, process.stdout)
				: await writeBackupFile(database, facts, passphrase.value, path);
		io.stderr(`${describe(copied, path)}\n`);
		return 0;
	} catch (error) {
		io.stderr(
			`${error instanceof Error ? error.message : String(error)}\nIngen säkerhetskopia har gjorts.\n`
		);
		return 1;
	} finally {
		await database?.close();
	}
}

function readOptions(
	args: readonly string[]
): { readonly path: string; readonly isPassphraseOnStdin: boolean } | null {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { 'passphrase-stdin': { type: 'boolean', default: false } }
		});
		const [path, ...rest] = positionals;
		if (!path || rest.length > 0) return null;
		return { path, isPassphraseOnStdin: values['passphrase-stdin'] };
	} catch {
		return null;
	}
}

function describe({ tables, rows }: BackupSummary, path: string): string {
	const where = path === '-' ? 'skickad' : `sparad i ${path} och läst tillbaka`;
	return `Säkerhetskopian är ${where}: ${rows} rader i ${tables} tabeller. Huvudnyckeln ligger inte i den.`;
}
