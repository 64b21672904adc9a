/** `genklang rotate-keys [--master <ny fil>]`: gives the boards new keys, or wraps their keys with a new master key. */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createMasterKeyFile } from '../../src/lib/secrecy/server/master-key-file.ts';
import { openMasterKey } from '../../src/lib/secrecy/server/open-master-key.ts';
import { changeMasterKey, rotateTenantKeys, sweepOldRows } from '../../src/lib/secrecy/server/rotate-keys.ts';
import { readEnvironment, type Environment } from '../../src/lib/shared/environment.ts';
import { openDatabase, type Database } from '../../src/lib/shared/server/database.ts';
import type { CommandIo } from './command-io.ts';

const usage = 'Skriv: genklang rotate-keys, eller genklang rotate-keys --master <ny fil>\n';

/** 0 when the keys have been changed, 1 when not all of it could be done, 2 when it was written wrongly. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const newMasterFile = readOption(args);
	if (newMasterFile === 'wrong') {
		io.stderr(usage);
		return 2;
	}
	const settings = readEnvironment(process.env);
	const masterKey = settings.ok ? openMasterKey(settings.value) : settings;
	if (!settings.ok || !masterKey.ok) {
		io.stderr(`${masterKey.ok ? '' : masterKey.problem}\n`);
		return 1;
	}
	let database: Database | undefined;
	try {
		database = await openDatabase({
			...settings.value.storage,
			masterKey: masterKey.value,
			command: 'rotate-keys'
		});
		if (newMasterFile === null) await rotate(database, io);
		else await changeMaster(database, newMasterFile, settings.value, io);
		await sweep(database, io);
		return 0;
	} catch (error) {
		io.stderr(`${sayError(error)}\n`);
		return 1;
	} finally {
		await database?.close();
	}
}

function readOption(args: readonly string[]): string | null | 'wrong' {
	try {
		const { values } = parseArgs({ args: [...args], options: { master: { type: 'string' } } });
		return values.master ?? null;
	} catch {
		return 'wrong';
	}
}

async function rotate(database: Database, io: CommandIo): Promise<void> {
	// Whoever has the embedded database open has it alone.
	const pause = async (milliseconds: number): Promise<void> => {
		if (database.kind === 'pglite') return;
		io.stderr(`Väntar ${milliseconds / 1000} sekunder på att servrar som är igång ska hinna med …\n`);
		await wait(milliseconds);
	};
	const rotated = await rotateTenantKeys(database, pause);
	for (const { boardId, version, count } of rotated) {
		io.stdout(`Nämnd ${boardId}: nyckel ${version} gäller, ${count} uppgifter är låsta på nytt.\n`);
	}
	io.stdout(
		'De gamla nycklarna är förstörda. Äldre säkerhetskopior går att läsa in, med de nycklar som följer med dem.\n'
	);
}

/** The new file is made first: the database must never be locked with a key that is not on disk. */
async function changeMaster(
	database: Database,
	path: string,
	{ dataDirectory, masterKeyFile }: Environment,
	io: CommandIo
): Promise<void> {
	const made = createMasterKeyFile(path, dataDirectory);
	if (!made.ok) throw new Error(made.problem);
	try {
		await changeMasterKey(database, made.value);
	} catch (error) {
		// The connection may have been lost after the change was made: then the new file is the only key there is.
		throw new Error(
			`${sayError(error)}\nBehåll båda nyckelfilerna. Går data inte att läsa med den gamla är det ${path} som gäller.`,
			{ cause: error }
		);
	}
	io.stdout(`Huvudnyckeln ${made.value.id} i ${path} gäller nu. Sätt GENKLANG_MASTER_KEY_FILE till den filen och starta om alla servrar.
Spara en kopia på ett annat, låst ställe. Behåll också den gamla (${masterKeyFile ?? 'demo'}): äldre säkerhetskopior är låsta
med den, och äldre rader i åtkomstloggen kontrolleras med den (genklang verify-audit --earlier-key).
`);
}

/** The change itself is done and kept, whatever happens here. */
async function sweep(database: Database, io: CommandIo): Promise<void> {
	try {
		await sweepOldRows(database);
	} catch (error) {
		io.stderr(`Nycklarna är bytta, men det gamla kunde inte städas bort ur filerna: ${sayError(error)}\n`);
	}
}

function sayError(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
