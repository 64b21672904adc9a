/**
 * `genklang nightly`: does what the server does by itself at night and nobody has done today. For a server that is off at
 * night, and for clearing files with the account that owns the tables, which the server's own need not be.
 */
import { withAnchorFile } from '../../src/lib/audit/server/anchor-file.ts';
import { openTrailFor } from '../../src/lib/audit/server/open-trail.ts';
import { sealBoard } from '../../src/lib/audit/server/seal-board.ts';
import { loadCatalogue } from '../../src/lib/instruments/server/catalogue.ts';
import { listInstrumentDirectories } from '../../src/lib/instruments/server/instrument-directories.ts';
import { makeJobRunner, type Ran } from '../../src/lib/jobs/server/job-runner.ts';
import { sweepWhatIsLeft } from '../../src/lib/retention/server/sweep-erased.ts';
import { openBoxKeysFor } from '../../src/lib/secrecy/server/open-box-keys.ts';
import { openMasterKey } from '../../src/lib/secrecy/server/open-master-key.ts';
import { readEnvironment } from '../../src/lib/shared/environment.ts';
import { listBoards } from '../../src/lib/shared/server/boards.ts';
import { makeContext } from '../../src/lib/shared/server/context.ts';
import { openDatabase, type Database } from '../../src/lib/shared/server/database.ts';
import { nightlyJobs } from '../../src/nightly-jobs.ts';
import type { CommandIo } from './command-io.ts';

/** 0 when all is done, 1 when something went wrong or could not be cleared, 2 when it could not begin. */
export async function run(_args: readonly string[], io: CommandIo): Promise<number> {
	const settings = readEnvironment(process.env);
	const masterKey = settings.ok ? openMasterKey(settings.value) : settings;
	const trail = settings.ok ? openTrailFor(settings.value) : settings;
	if (!settings.ok || !masterKey.ok || !trail.ok) {
		const refused = [settings, masterKey, trail].find(({ ok }) => !ok);
		io.stderr(`${refused && !refused.ok ? refused.problem : ''}\n`);
		return 2;
	}
	let database: Database | undefined;
	try {
		database = await openDatabase({
			...settings.value.storage,
			masterKey: masterKey.value,
			boxKeys: openBoxKeysFor(settings.value),
			command: 'nightly'
		});
		const opened = database;
		const anchored = withAnchorFile(trail.value, settings.value.auditAnchorFile);
		const catalogue = loadCatalogue(listInstrumentDirectories(settings.value));
		const contextFor = (actor: Parameters<typeof makeContext>[1]) =>
			makeContext(opened, actor, catalogue, anchored);
		const runner = makeJobRunner({
			database: opened,
			// Whoever asks for it has chosen the hour.
			jobs: nightlyJobs.map((job) => ({ ...job, fromHour: 0 })),
			contextFor,
			now: () => new Date(),
			complain: (sentence) => io.stderr(`${sentence}\n`)
		});
		const ran = await runner.runDue();
		let isClear = true;
		for (const board of await listBoards(opened)) {
			const mine = ran.filter(({ boardId }) => boardId === board.id);
			io.stdout(`${board.name}: ${describe(mine)}\n`);
			const left = await sweepWhatIsLeft(contextFor({ kind: 'system', boardId: board.id }));
			if (left.length > 0) {
				isClear = false;
				io.stderr(
					`${board.name}: ${left.join(', ')} gick inte att städa. Kör genklang nightly med kontot som äger tabellerna.\n`
				);
			}
			await sealBoard(opened, trail.value, board.id);
		}
		return isClear && ran.every(({ state }) => state === 'done') ? 0 : 1;
	} catch (error) {
		io.stderr(`${error instanceof Error ? error.message : String(error)}\n`);
		return 2;
	} finally {
		await database?.close();
	}
}

function describe(ran: readonly Ran[]): string {
	if (ran.length === 0) return 'allt var redan gjort i dag.';
	return (
		ran.map(({ job, state }) => `${job} ${state === 'done' ? 'klart' : 'misslyckades'}`).join(', ') + '.'
	);
}
