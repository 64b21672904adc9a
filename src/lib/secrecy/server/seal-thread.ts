/**
 * Runs in a thread of its own (box-sealer.ts): seals what it is sent and answers in the same order. The types are erased by
 * Node itself, as in bin/.
 */
import { parentPort } from 'node:worker_threads';
import type { SealJob } from './box-sealer.ts';
import { sealQuickly } from './seal-quickly.ts';

parentPort?.on('message', (jobs: readonly SealJob[]) =>
	parentPort?.postMessage(jobs.map(({ box, text }) => sealQuickly(box, text)))
);
