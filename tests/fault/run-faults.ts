/** Submissions at full speed while the server is killed again and again: what was acknowledged must be there, once. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../integration/postgres-cluster.ts';
import { sendForm, type SentForm } from '#tests/build/send-form.ts';
import { startServer, type ServerProcess } from '#tests/build/server-process.ts';
import { fillStorage, lookAtStorage, type Addresses, type StorageUnderFault } from './storage-under-fault.ts';

export interface FaultPlan {
	/** How many times the server is killed. */
	readonly kills: number;
	/** How long it runs before each kill, in milliseconds: anything between the two. */
	readonly uptimeMs: readonly [number, number];
	readonly senders: number;
	readonly personalLinks: number;
	/** Goes on, without kills, until so many have been acknowledged. */
	readonly atLeast: number;
}

export interface FaultOutcome {
	readonly storage: string;
	readonly kills: number;
	readonly databaseCrashes: number;
	readonly acknowledged: number;
	/** Sent again because no answer came, or twice at once: the same submission both times. */
	readonly sentAgain: number;
	readonly lost: number;
	readonly double: number;
	readonly halfWritten: number;
	readonly acknowledgedPerSecond: number;
}

const oneInFourTwice = 4;

/** Fills the storage, runs the plan over it and counts what is left. */
export async function runFaults(storage: StorageUnderFault, plan: FaultPlan): Promise<FaultOutcome> {
	const addresses = await fillStorage(storage, plan.personalLinks);
	const port = await findFreePort();
	const origin = `http://127.0.0.1:${port}`;
	const acknowledged = new Set<string>();
	let sentAgain = 0;
	let isOver = false;

	const send = async (form: SentForm, isTwice: boolean): Promise<void> => {
		while (!isOver) {
			const sendings = isTwice ? [sendForm(form), sendForm(form)] : [sendForm(form)];
			const outcomes = await Promise.allSettled(sendings);
			if (outcomes.some((outcome) => outcome.status === 'fulfilled' && outcome.value)) {
				acknowledged.add(form.submissionId);
				if (isTwice) sentAgain += 1;
				return;
			}
			sentAgain += 1;
			await wait(50);
		}
	};
	const forms = formsOf(addresses, origin);
	const sender = async (): Promise<void> => {
		for (let count = 0; !isOver; count += 1) await send(forms(), count % oneInFourTwice === 0);
	};

	let server: ServerProcess = await startServer(storage.settings, port);
	const from = performance.now();
	const senders = Array.from({ length: plan.senders }, sender);
	let databaseCrashes = 0;
	for (let kill = 1; kill <= plan.kills; kill += 1) {
		const [shortest, longest] = plan.uptimeMs;
		await wait(shortest + Math.random() * (longest - shortest));
		if (storage.breakDatabase && kill % 3 === 0) {
			await storage.breakDatabase();
			databaseCrashes += 1;
			await wait(shortest);
		}
		await server.kill();
		server = await startServer(storage.settings, port);
	}
	while (acknowledged.size < plan.atLeast) await wait(100);
	isOver = true;
	await Promise.all(senders);
	const seconds = (performance.now() - from) / 1000;
	await server.kill();

	const stored = await lookAtStorage(storage);
	return {
		storage: storage.name,
		kills: plan.kills + 1,
		databaseCrashes,
		acknowledged: acknowledged.size,
		sentAgain,
		lost: [...acknowledged].filter((id) => !stored.ids.has(id)).length,
		double: stored.double,
		halfWritten: stored.halfWritten,
		acknowledgedPerSecond: Math.round(acknowledged.size / seconds)
	};
}

/** Every other form is personal, as long as there are links; the others are anonymous. */
function formsOf(addresses: Addresses, origin: string): () => SentForm {
	const personal = [...addresses.personal];
	let count = 0;
	return () => {
		count += 1;
		const path = count % 2 === 0 ? personal.pop() : undefined;
		return path
			? { address: `${origin}${path}`, submissionId: randomUUID(), carried: null }
			: {
					address: `${origin}${addresses.anonymous}`,
					submissionId: randomUUID(),
					carried: { sol_1: 3, sol_4: 1 }
				};
	};
}
