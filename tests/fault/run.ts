/**
 * `npm run fault`: kills the server under load on every kind of database on this machine, prints one JSON line for each,
 * and ends with exit code 1 if a single acknowledged answer is lost, doubled or half written. `--kills 5` for a short run.
 */
import { buildProgram } from '#tests/build/build-program.ts';
import { runFaults } from './run-faults.ts';
import { listStorageKinds } from './storage-under-fault.ts';

const at = process.argv.indexOf('--kills');
const kills = at > 0 ? Number(process.argv[at + 1]) : 30;
const plan = {
	kills,
	uptimeMs: [300, 2_500],
	senders: 16,
	personalLinks: 400 * kills,
	atLeast: at > 0 ? 0 : 10_000
} as const;

await buildProgram();
let isGood = true;
for (const kind of listStorageKinds()) {
	const storage = await kind.make();
	try {
		const outcome = await runFaults(storage, plan);
		console.log(JSON.stringify(outcome));
		isGood &&= outcome.lost === 0 && outcome.double === 0 && outcome.halfWritten === 0;
	} finally {
		await storage.remove();
	}
}
process.exitCode = isGood ? 0 : 1;
