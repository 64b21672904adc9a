import { describe, expect, it } from 'vitest';
import type { ProviderId } from '#lib/shared/ids.ts';
import { chooseBoxSize, countLanguages, readBoxed, sortBox, writeBoxed } from './answer-box.ts';

const of = (providerId: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({
		providerId: providerId as ProviderId,
		answer: `${providerId}${index}`
	}));

describe('a box that is opened', () => {
	it('lets out the answers about a provider when they are at least the smallest group', () => {
		const { takenOut, tooFew } = sortBox([...of('a', 5), ...of('b', 4)], 5);
		expect(takenOut).toEqual([{ providerId: 'a', answers: ['a0', 'a1', 'a2', 'a3', 'a4'] }]);
		expect(tooFew).toEqual([{ providerId: 'b', answers: ['b0', 'b1', 'b2', 'b3'] }]);
	});

	it('says which languages were used by enough people, and never that one person used one', () => {
		const languages = [...Array<string>(6).fill('sv'), ...Array<string>(5).fill('ar'), 'so', 'ti'];
		expect(countLanguages(languages, 5)).toEqual({ sv: 6, ar: 5 });
		expect(countLanguages([...languages, 'fa', 'fa', 'uk'], 5)).toEqual({ sv: 6, ar: 5, other: 5 });
	});
});

describe('an answer in a box', () => {
	it('comes out as it went in', () => {
		const answer = { language: 'sv', answers: { sol_1: 3, text: 'Hej' } };
		expect(readBoxed(writeBoxed(answer))).toEqual(answer);
	});

	it.each(['', 'null', '[]', '{"language":"sv"}', '{"answers":{}}', '"x"'])('is not read from %s', (text) => {
		expect(readBoxed(text)).toBeNull();
	});

	it('is padded to more where people may write, or where there are many questions', () => {
		expect(chooseBoxSize({ codes: 10, words: 0 })).toBe(4096);
		expect(chooseBoxSize({ codes: 10, words: 1 })).toBe(16_384);
		expect(chooseBoxSize({ codes: 101, words: 0 })).toBe(16_384);
	});
});
