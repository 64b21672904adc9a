import { expect, it } from 'vitest';
import { listHashes, listPictured, toPictureSet } from './picture-set.ts';

const placed = [
	{ question: 'a', option: null, hash: '1' },
	{ question: 'a', option: '0', hash: '2' },
	{ question: 'b', option: 'ja', hash: '2' }
];

it('sorts the pictures of a form by what they are beside', () => {
	expect(toPictureSet(placed)).toEqual({
		a: { own: '1', options: { '0': '2' } },
		b: { own: null, options: { ja: '2' } }
	});
	expect(toPictureSet([])).toEqual({});
});

it('knows which questions have any, and each picture once', () => {
	const set = toPictureSet(placed);
	expect(listPictured(set)).toEqual(['a', 'b']);
	expect(listHashes(set)).toEqual(['1', '2']);
});
