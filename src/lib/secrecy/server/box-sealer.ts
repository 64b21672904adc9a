/**
 * Seals answers to their boxes. Sealing one takes a fifth of a millisecond of one processor: nothing for one, but a class
 * that answers at the same time would wait for each other. So one alone is sealed where it is, and several at once in a
 * thread of their own, while this one goes on taking in answers.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { inBatches } from '#lib/shared/server/in-batches.ts';
import type { AnswerBox } from '#lib/surveys/seal-answers.ts';
import { sealQuickly } from './seal-quickly.ts';

/** The text sealed to the box, base64url; null when it is longer than the box takes. */
export type SealToBox = (box: AnswerBox, text: string) => Promise<string | null>;

export interface SealJob {
	readonly box: AnswerBox;
	readonly text: string;
}

type Sealed = string | null;

const sealJob = ({ box, text }: SealJob): Sealed => sealQuickly(box, text);

/** Seals each one where it is. */
export const sealHere: SealToBox = (box, text) => Promise.resolve(sealQuickly(box, text));

/** The most that the thread is sent at a time. */
const mostTogether = 64;

/** Seals with a thread for when many come at once, started when that first happens; `root` is the program's folder. */
export function makeBoxSealer(root: string): SealToBox {
	let thread: SealThread | null = null;
	let isWithout = false;
	async function sealAll(jobs: readonly SealJob[]): Promise<readonly Sealed[]> {
		if (jobs.length === 1 || isWithout) return jobs.map(sealJob);
		thread ??= startThread(root);
		try {
			return await thread.seal(jobs);
		} catch {
			// A thread that has stopped takes no answer with it: these and all that follow are sealed here.
			isWithout = true;
			return jobs.map(sealJob);
		}
	}
	const seal = inBatches({ limit: mostTogether, atOnce: 1, keyOf: null, carryOut: sealAll });
	return ({ id, publicKey, size }, text) => seal({ box: { id, publicKey, size }, text });
}

interface SealThread {
	/** One call at a time. Throws when the thread stops before it has answered. */
	seal(jobs: readonly SealJob[]): Promise<readonly Sealed[]>;
}

function startThread(root: string): SealThread {
	const worker = new Worker(join(root, 'src', 'lib', 'secrecy', 'server', 'seal-thread.ts'));
	let isStopped = false;
	worker.once('exit', () => (isStopped = true));
	// Whoever waits is told of an error; one that comes when nobody does must not stop the program.
	worker.on('error', () => (isStopped = true));
	// The server lives by its connections, not by this.
	worker.unref();
	return {
		seal: (jobs) =>
			new Promise((resolve, reject) => {
				if (isStopped) throw new Error('The thread has stopped.');
				const settle = (carryOn: () => void): void => {
					worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
					carryOn();
				};
				const onMessage = (sealed: readonly Sealed[]): void => settle(() => resolve(sealed));
				const onEnd = (): void => settle(() => reject(new Error('The thread has stopped.')));
				worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
				worker.postMessage(jobs);
			})
	};
}
