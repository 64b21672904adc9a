/** Puts the running program together: settings, database, instruments. The only place where these meet. */
import type { Actor } from '#lib/access/actor.ts';
import { openSignIn } from '#lib/access/server/open-sign-in.ts';
import type { SignInContext } from '#lib/access/server/sign-in-context.ts';
import { isAmongData, sayAmongData } from '#lib/audit/server/anchor-file.ts';
import { openTrailFor } from '#lib/audit/server/open-trail.ts';
import { makeSealer } from '#lib/audit/server/sealer.ts';
import type { DemoDoors } from '#lib/demo/demo-doors.ts';
import { findDemoDoors } from '#lib/demo/server/find-demo-doors.ts';
import { makeExportWorker } from '#lib/exports/server/export-worker.ts';
import type { Channel } from '#lib/invitations/channel.ts';
import { makeGateways } from '#lib/invitations/server/gateways/make-gateways.ts';
import { makeMessageWorker } from '#lib/invitations/server/message-worker.ts';
import { makeJobRunner } from '#lib/jobs/server/job-runner.ts';
import { loadCatalogue, type Catalogue } from '#lib/instruments/server/catalogue.ts';
import { listInstrumentDirectories } from '#lib/instruments/server/instrument-directories.ts';
import { makeBoxSealer } from '#lib/secrecy/server/box-sealer.ts';
import { openBoxKeysFor } from '#lib/secrecy/server/open-box-keys.ts';
import { openMasterKey } from '#lib/secrecy/server/open-master-key.ts';
import { readEnvironment, type Environment } from '#lib/shared/environment.ts';
import { makeContext, type Context } from '#lib/shared/server/context.ts';
import { openDatabase, type Database } from '#lib/shared/server/database.ts';
import { prepareTables } from '#lib/shared/server/prepare-tables.ts';
import { refuseOwner } from '#lib/shared/server/refuse-owner.ts';
import { nightlyJobs } from './nightly-jobs.ts';

export interface Runtime {
	readonly environment: Environment;
	readonly database: Database;
	readonly catalogue: Catalogue;
	/** Null unless demo mode is on. */
	readonly demo: DemoDoors | null;
	/** What staff sign in with. */
	readonly signIn: SignInContext;
	/** The ways that messages can be sent here. */
	readonly channels: readonly Channel[];
	contextFor(actor: Actor): Context;
	close(): Promise<void>;
}

/** Starts everything, or throws an error whose message is one sentence for whoever starts the program. */
export async function startRuntime(env: Readonly<Record<string, string | undefined>>): Promise<Runtime> {
	const settings = readEnvironment(env);
	if (!settings.ok) throw new Error(settings.problem);
	const environment = settings.value;
	const masterKey = openMasterKey(environment);
	if (!masterKey.ok) throw new Error(masterKey.problem);
	const trail = openTrailFor(environment);
	if (!trail.ok) throw new Error(trail.problem);
	const { auditAnchorFile, dataDirectory } = environment;
	if (auditAnchorFile !== null && isAmongData(auditAnchorFile, dataDirectory)) throw new Error(sayAmongData);
	const complain = (sentence: string) => void process.stderr.write(`${sentence}\n`);
	const catalogue = loadCatalogue(listInstrumentDirectories(environment));
	for (const { file, pointer, message } of catalogue.findings) {
		complain(`Ett formulär används inte: ${file}#${pointer}: ${message}`);
	}
	const boxKeys = openBoxKeysFor(environment);
	const sealToBox = makeBoxSealer(environment.root);
	const database = await openDatabase({
		...environment.storage,
		masterKey: masterKey.value,
		boxKeys,
		sealToBox
	});
	try {
		await refuseOwner(database);
		await prepareTables(database, environment.root);
		const demo = await findDemoDoors(environment, database);
		const signIn = openSignIn(environment, database);
		if (!signIn.ok) throw new Error(signIn.problem);
		const now = (): Date => new Date();
		const sealer = makeSealer({
			database,
			trail: trail.value,
			anchorFile: auditAnchorFile,
			now,
			complain
		});
		await sealer.start();
		const contextFor = (actor: Actor): Context => makeContext(database, actor, catalogue, sealer.trail);
		const jobs = makeJobRunner({ database, jobs: nightlyJobs, contextFor, now, complain });
		jobs.start();
		const exports = makeExportWorker({ database, contextFor, now, complain });
		exports.start();
		const gateways = makeGateways(environment.messaging);
		const messages = makeMessageWorker({ database, gateways, now, complain });
		messages.start();
		return {
			environment,
			database,
			catalogue,
			demo,
			signIn: signIn.value,
			channels: Object.keys(gateways) as Channel[],
			contextFor,
			async close() {
				await messages.close();
				await exports.close();
				await jobs.close();
				await sealer.close();
				await database.close();
			}
		};
	} catch (error) {
		await database.close();
		throw error;
	}
}
