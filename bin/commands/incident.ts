/** `genklang incident --since <dag> [--out <mapp>]`: gathers what a report within 24 hours needs, without names. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Anchor } from '../../src/lib/audit/audit-trail.ts';
import { readAnchors } from '../../src/lib/audit/server/anchor-file.ts';
import { openTrail } from '../../src/lib/audit/server/audit-key.ts';
import { verifyBoard } from '../../src/lib/audit/server/verify-board.ts';
import type { BoardFacts, IncidentFacts } from '../../src/lib/incident/incident-facts.ts';
import { writeReport } from '../../src/lib/incident/report-text.ts';
import { readFacts } from '../../src/lib/incident/server/read-facts.ts';
import { writeAccessLog, writeSignInLog } from '../../src/lib/incident/server/write-csv.ts';
import type { MasterKey } from '../../src/lib/secrecy/server/master-key.ts';
import { openMasterKey } from '../../src/lib/secrecy/server/open-master-key.ts';
import { readEnvironment, type Environment } from '../../src/lib/shared/environment.ts';
import type { BoardId } from '../../src/lib/shared/ids.ts';
import { parseLocalDate, startOfDay } from '../../src/lib/shared/local-date.ts';
import { openDatabase, type Database } from '../../src/lib/shared/server/database.ts';
import { countPendingMigrations } from '../../src/lib/shared/server/migrate.ts';
import { sbomName } from '../write-sbom.ts';
import type { CommandIo } from './command-io.ts';
import { readVersion } from './read-version.ts';

const usage = `Skriv: genklang incident --since <dag eller tid> [--out <mapp>]
  till exempel --since 2026-11-20 eller --since 2026-11-20T14:00:00+01:00
`;

interface Options {
	readonly since: Date;
	readonly folder: string;
}

/** 0 when everything has been gathered, 1 when it could not be, 2 when it was written wrongly. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const options = readOptions(args);
	if (!options) {
		io.stderr(usage);
		return 2;
	}
	const settings = readEnvironment(process.env);
	const masterKey = settings.ok ? openMasterKey(settings.value) : settings;
	if (!settings.ok || !masterKey.ok) {
		io.stderr(`${masterKey.ok ? '' : masterKey.problem}\n`);
		return 1;
	}
	if (existsSync(options.folder)) {
		io.stderr(`${options.folder} finns redan. Välj en annan mapp med --out.\n`);
		return 1;
	}
	let database: Database | undefined;
	try {
		database = await openDatabase({
			...settings.value.storage,
			masterKey: masterKey.value,
			command: 'incident'
		});
		await gather(database, settings.value, masterKey.value, options, io);
		return 0;
	} catch (error) {
		io.stderr(`${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	} finally {
		await database?.close();
	}
}

function readOptions(args: readonly string[]): Options | null {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: { since: { type: 'string' }, out: { type: 'string' } }
		});
		const since = values.since === undefined ? null : parseMoment(values.since);
		if (!since) return null;
		const stamp = new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
		return { since, folder: values.out ?? `incident-${stamp}` };
	} catch {
		return null;
	}
}

/** A day means from when it began in Sweden; a time must say its zone. */
function parseMoment(text: string): Date | null {
	const day = parseLocalDate(text);
	if (day) return startOfDay(day);
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
	const moment = new Date(text);
	return Number.isNaN(moment.getTime()) ? null : moment;
}

async function gather(
	database: Database,
	environment: Environment,
	masterKey: MasterKey,
	{ since, folder }: Options,
	io: CommandIo
): Promise<void> {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const write = (name: string, text: string): void =>
		writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' });
	const counted = await readFacts(database, since);
	const verdicts = await verifyLogs(database, environment, masterKey, counted.boards);
	const sbom = join(io.root, 'build', sbomName);
	const hasSbom = existsSync(sbom);
	if (hasSbom) copyFileSync(sbom, join(folder, sbomName));
	const facts: IncidentFacts = {
		program: readVersion(io.root),
		node: process.version,
		gatheredAt: new Date().toISOString(),
		since: since.toISOString(),
		masterKey: masterKey.id,
		pendingMigrations: await countPendingMigrations(database, io.root),
		hasSbom,
		...counted,
		boards: counted.boards.map((board, index) => ({ ...board, log: verdicts[index] as BoardFacts['log'] }))
	};
	for (const { id, code } of counted.boards) {
		await writeAccessLog(database, id, since, join(folder, `access-log-${code}.csv`));
	}
	await writeSignInLog(database, since, join(folder, 'sign-in-events.csv'));
	write('facts.json', `${JSON.stringify(facts, null, '\t')}\n`);
	write('report.md', `${writeReport(facts)}\n`);
	io.stdout(
		`Underlaget ligger i ${folder}. Börja med report.md: där står också vad ni själva ska fylla i.\n`
	);
}

async function verifyLogs(
	database: Database,
	{ auditAnchorFile }: Environment,
	masterKey: MasterKey,
	boards: readonly { readonly id: string }[]
): Promise<BoardFacts['log'][]> {
	const trail = openTrail(masterKey);
	const anchors: ReadonlyMap<string, readonly Anchor[]> =
		auditAnchorFile === null ? new Map() : readAnchors(auditAnchorFile, trail).byBoard;
	const verdicts: BoardFacts['log'][] = [];
	for (const { id } of boards) {
		const verdict = await verifyBoard(database, trail, id as BoardId, anchors.get(id) ?? []);
		verdicts.push({
			checkedLines: verdict.checked,
			anchoredTo: verdict.anchoredTo,
			fault: verdict.fault?.kind ?? null,
			faultyLine: verdict.fault?.seq ?? null
		});
	}
	return verdicts;
}
