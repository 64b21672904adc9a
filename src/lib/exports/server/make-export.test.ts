import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Encoder } from '../encoder.ts';
import { cancelled, makeExport, type Store } from './make-export.ts';

const encoder = { head: () => '', row: () => '', tail: () => '' } as unknown as Encoder;
const files = { rows: { ...encoder, fileName: 'svar.csv' }, others: [], name: 'svar.zip' };

/** Readings that have nothing for the file in them, for at most ten seconds. */
async function* readInVain(): AsyncGenerator<null, void> {
	for (let reading = 0; reading < 1_000; reading += 1) {
		await wait(10);
		yield null;
	}
}

describe('a file that is being made', () => {
	it('is told of, and can be cancelled, also while nothing that is read belongs in it', async () => {
		const reports: number[] = [];
		const store: Store = {
			put: () => Promise.resolve(),
			report(rowsDone) {
				reports.push(rowsDone);
				return Promise.resolve(reports.length < 2);
			},
			newId: () => 'a'
		};
		await expect(makeExport(files as never, readInVain(), store)).rejects.toThrow(cancelled);
		expect(reports).toEqual([0, 0]);
	});
});
