import { describe, expect, it } from 'vitest';
import { loadBoxKey, makeBoxKeys, openSealed, sealAnswers } from '#lib/surveys/seal-answers.ts';
import { sealQuickly } from './seal-quickly.ts';

const web = globalThis.crypto;

async function makeBox() {
	const { publicKey, privateKey } = await makeBoxKeys(web);
	return { box: { id: 'a', publicKey, size: 512 }, key: await loadBoxKey(web, privateKey) };
}

describe('an answer sealed quickly', () => {
	it('is opened as one that was sealed in a browser, and in its own box only', async () => {
		const { box, key } = await makeBox();
		const sealed = sealQuickly(box, '{"svar":"å ä ö"}') ?? '';
		expect(await openSealed(web, box, key, sealed)).toBe('{"svar":"å ä ö"}');
		expect(await openSealed(web, { ...box, id: 'b' }, key, sealed)).toBeNull();
	});

	it('is as long as one from a browser, and never the same twice', async () => {
		const { box } = await makeBox();
		const sealed = [
			sealQuickly(box, 'a'),
			sealQuickly(box, 'a'),
			await sealAnswers(web, box, 'längre än så')
		];
		expect(new Set(sealed.map((one) => one?.length)).size).toBe(1);
		expect(new Set(sealed).size).toBe(3);
	});

	it('is refused when it is longer than the box takes', async () => {
		const { box } = await makeBox();
		expect(sealQuickly(box, 'a'.repeat(509))).toBeNull();
		expect(sealQuickly(box, 'a'.repeat(508))).not.toBeNull();
	});
});
