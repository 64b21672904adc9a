/**
 * `genklang restore <fil>`: puts a backup back, in an empty folder or an empty database and nowhere else.
 * `genklang restore --check <fil>` only reads the file and says whether it is whole.
 */
import { parseArgs } from 'node:util';
import { openTrail } from '../../src/lib/audit/server/audit-key.ts';
import { verifyBoard } from '../../src/lib/audit/server/verify-board.ts';
import { checkBackupFile, readBackupFile } from '../../src/lib/backup/server/backup-file.ts';
import { makeRefusal, refusals, toRefusalKind } from '../../src/lib/backup/server/refusals.ts';
import { restoreFolder } from '../../src/lib/backup/server/restore-folder.ts';
import { restoreLines } from '../../src/lib/backup/server/restore-lines.ts';
import type { MasterKey } from '../../src/lib/secrecy/server/master-key.ts';
import { openMasterKey } from '../../src/lib/secrecy/server/open-master-key.ts';
import { readEnvironment, toEmptyCluster, type Environment } from '../../src/lib/shared/environment.ts';
import { listBoards } from '../../src/lib/shared/server/boards.ts';
import { openDatabase, type Database } from '../../src/lib/shared/server/database.ts';
import { countPendingMigrations } from '../../src/lib/shared/server/migrate.ts';
import { readPassphrase } from './backup-passphrase.ts';
import type { CommandIo } from './command-io.ts';

const usage = 'Skriv: genklang restore [--check] [--passphrase-stdin] <fil>\n';
const brokenLogCode = 7;

interface Options {
	readonly path: string;
	readonly isCheck: boolean;
	readonly isPassphraseOnStdin: boolean;
}

/**
 * 0 when everything is in place and whole; 7 when it is in place but the access log in it is not whole; otherwise nothing
 * has been changed: 2 written wrongly, 3 wrong passphrase, 4 not a whole backup, 5 not an empty place, 6 wrong master key,
 * 1 anything else.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const options = readOptions(args);
	if (!options) {
		io.stderr(usage);
		return 2;
	}
	const passphrase = await readPassphrase(options.isPassphraseOnStdin, io);
	if (!passphrase.ok) {
		io.stderr(`${passphrase.problem}\n`);
		return 1;
	}
	try {
		// The whole file is read before anything is touched.
		const checked = await checkBackupFile(options.path, passphrase.value);
		const what = `${checked.rows} rader i ${checked.tables} tabeller, från ${checked.beginning.madeAt}`;
		if (options.isCheck) {
			io.stdout(
				`Säkerhetskopian är hel: ${what}. Den är låst med huvudnyckeln ${checked.beginning.masterKey}.\n`
			);
			return 0;
		}
		const { environment, masterKey } = readSettings();
		const { masterKey: wanted } = checked.beginning;
		if (wanted !== null && wanted !== masterKey.id) throw makeRefusal('wrong-master-key');
		const report = await restore(environment, masterKey, options.path, passphrase.value, io);
		io.stdout(`Säkerhetskopian är inläst och kontrollerad: ${what}.\n${report.sentences.join('\n')}\n`);
		return report.isLogWhole ? 0 : brokenLogCode;
	} catch (error) {
		const refusal = toRefusalKind(error);
		io.stderr(`${error instanceof Error ? error.message : String(error)}\n`);
		return refusal ? refusals[refusal].exitCode : 1;
	}
}

function readOptions(args: readonly string[]): Options | null {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				check: { type: 'boolean', default: false },
				'passphrase-stdin': { type: 'boolean', default: false }
			}
		});
		const [path, ...rest] = positionals;
		if (!path || rest.length > 0) return null;
		return { path, isCheck: values.check, isPassphraseOnStdin: values['passphrase-stdin'] };
	} catch {
		return null;
	}
}

function readSettings(): { readonly environment: Environment; readonly masterKey: MasterKey } {
	const settings = readEnvironment(process.env);
	if (!settings.ok) throw new Error(settings.problem);
	const masterKey = openMasterKey(settings.value);
	if (!masterKey.ok) throw new Error(masterKey.problem);
	return { environment: settings.value, masterKey: masterKey.value };
}

interface Report {
	readonly sentences: readonly string[];
	readonly isLogWhole: boolean;
}

async function restore(
	{ storage }: Environment,
	masterKey: MasterKey,
	path: string,
	passphrase: string,
	io: CommandIo
): Promise<Report> {
	const fill = async (database: Database): Promise<Report> => {
		await restoreLines(database, io.root, readBackupFile(path, passphrase));
		return inspect(database, masterKey, io.root);
	};
	// The copy says which tables there are to be.
	if (storage.kind === 'pglite')
		return restoreFolder({ ...storage, newCluster: toEmptyCluster(io.root) }, masterKey, fill);
	const database = await openDatabase({ ...storage, masterKey, command: 'restore' });
	try {
		return await fill(database);
	} finally {
		await database.close();
	}
}

/** What was put in is what was copied; here is whether the access log in it is whole, board by board. */
async function inspect(database: Database, masterKey: MasterKey, root: string): Promise<Report> {
	const sentences: string[] = [];
	let isLogWhole = true;
	for (const { id, name } of await listBoards(database)) {
		const { fault, checked } = await verifyBoard(database, openTrail(masterKey), id, []);
		if (fault) isLogWhole = false;
		sentences.push(
			fault
				? `${name}: ÅTKOMSTLOGGEN ÄR INTE HEL (rad ${fault.seq ?? checked + 1}). Så var den redan i kopian. Kör genklang verify-audit.`
				: `${name}: åtkomstloggen är hel, ${checked} rader.`
		);
	}
	const pending = await countPendingMigrations(database, root);
	if (pending > 0)
		sentences.push(`Databasen är från en äldre version. Kör: genklang migrate (${pending} steg).`);
	return { sentences, isLogWhole };
}
