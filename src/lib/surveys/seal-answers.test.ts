import { describe, expect, it } from 'vitest';
import { loadBoxKey, makeBoxKeys, openSealed, sealAnswers } from './seal-answers.ts';

const web = globalThis.crypto;

async function makeBox(id: string, size = 4096) {
	const { publicKey, privateKey } = await makeBoxKeys(web);
	return { box: { id, publicKey, size }, key: await loadBoxKey(web, privateKey) };
}

describe('a sealed answer', () => {
	it('is opened with the box’s own key and comes out as it went in', async () => {
		const { box, key } = await makeBox('a');
		const sealed = await sealAnswers(web, box, '{"svar":"å ä ö"}');
		expect(await openSealed(web, box, key, sealed ?? '')).toBe('{"svar":"å ä ö"}');
	});

	it('is as long whatever is in it, and never the same twice', async () => {
		const { box } = await makeBox('a');
		const sealed = await Promise.all(
			['', 'a', 'a', 'a'.repeat(4092)].map((text) => sealAnswers(web, box, text))
		);
		expect(new Set(sealed.map((one) => one?.length)).size).toBe(1);
		expect(new Set(sealed).size).toBe(4);
	});

	it('is refused when it is longer than the box takes', async () => {
		const { box } = await makeBox('a');
		expect(await sealAnswers(web, box, 'a'.repeat(4093))).toBeNull();
	});

	it('is opened by no other key, in no other box, and not when anything in it has been changed', async () => {
		const { box, key } = await makeBox('a');
		const other = await makeBox('a');
		const sealed = (await sealAnswers(web, box, 'hemligt')) ?? '';
		expect(await openSealed(web, box, other.key, sealed)).toBeNull();
		expect(await openSealed(web, { ...box, id: 'b' }, key, sealed)).toBeNull();
		const at = sealed.length - 10;
		const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
		expect(await openSealed(web, box, key, changed)).toBeNull();
		for (const text of ['', 'inte ens base64 !', 'AAAA']) {
			expect(await openSealed(web, box, key, text)).toBeNull();
		}
	});
});
