import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBoxKey, makeBoxKeys, openSealed } from '#lib/surveys/seal-answers.ts';
import { makeBoxSealer } from './box-sealer.ts';

const web = globalThis.crypto;
const root = join(import.meta.dirname, '..', '..', '..', '..');

async function makeBox() {
	const { publicKey, privateKey } = await makeBoxKeys(web);
	return { box: { id: 'a', publicKey, size: 512 }, key: await loadBoxKey(web, privateKey) };
}

const texts = Array.from({ length: 100 }, (_, index) => `påhittat svar ${index}`);

describe('answers sealed to their boxes', () => {
	it('are each their own, however many come at once', async () => {
		const [one, other] = [await makeBox(), await makeBox()];
		const seal = makeBoxSealer(root);
		const sealed = await Promise.all(
			texts.map((text, index) => seal(index % 2 === 0 ? one.box : other.box, text))
		);
		const opened = sealed.map((each, index) => {
			const { box, key } = index % 2 === 0 ? one : other;
			return openSealed(web, box, key, each ?? '');
		});
		expect(await Promise.all(opened)).toEqual(texts);
	});

	it('leave the thread they come in free when there are many', async () => {
		const { box } = await makeBox();
		const seal = makeBoxSealer(root);
		await Promise.all([seal(box, 'a'), seal(box, 'b')]);
		const cost = async (work: () => Promise<unknown>): Promise<number> => {
			const before = process.threadCpuUsage();
			await work();
			return process.threadCpuUsage(before).user;
		};
		const inTurn = await cost(async () => {
			for (const text of texts) await seal(box, text);
		});
		const together = await cost(() => Promise.all(texts.map((text) => seal(box, text))));
		expect(together).toBeLessThan(inTurn / 2);
	});

	it('are refused by themselves when they are too long', async () => {
		const { box } = await makeBox();
		const seal = makeBoxSealer(root);
		const [kept, refused] = await Promise.all([seal(box, 'a'), seal(box, 'a'.repeat(600))]);
		expect(kept).not.toBeNull();
		expect(refused).toBeNull();
	});

	it('are sealed all the same when there is no thread to be had', async () => {
		const { box, key } = await makeBox();
		const seal = makeBoxSealer('/finns/inte');
		const sealed = await Promise.all(texts.map((text) => seal(box, text)));
		expect(await Promise.all(sealed.map((each) => openSealed(web, box, key, each ?? '')))).toEqual(texts);
	});
});
