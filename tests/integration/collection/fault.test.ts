/** A short run of `npm run fault`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '#tests/build/build-program.ts';
import { runFaults } from '../../fault/run-faults.ts';
import { listStorageKinds, type StorageUnderFault } from '../../fault/storage-under-fault.ts';

const plan = { kills: 3, uptimeMs: [1_000, 2_000], senders: 8, personalLinks: 1_000, atLeast: 50 } as const;

describe.each(listStorageKinds())('a server that is killed again and again under load · $name', (kind) => {
	let storage: StorageUnderFault;
	beforeAll(async () => {
		await buildProgram();
		storage = await kind.make();
	});
	afterAll(() => storage.remove());

	it('loses no acknowledged answer and stores none twice or by halves', async () => {
		const outcome = await runFaults(storage, plan);
		expect(outcome).toMatchObject({ kills: 4, lost: 0, double: 0, halfWritten: 0 });
		expect(outcome.acknowledged).toBeGreaterThanOrEqual(plan.atLeast);
	});
});
