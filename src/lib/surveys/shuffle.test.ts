import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { shuffle } from './shuffle.ts';

it('gives every order as often: chi-square with 5 degrees of freedom below its 99.99 % quantile, 25.7', () => {
	const counts = new Map<string, number>();
	const turns = 6000;
	for (let turn = 0; turn < turns; turn += 1) {
		const order = shuffle(['a', 'b', 'c'], (limit) => randomInt(limit)).join('');
		counts.set(order, (counts.get(order) ?? 0) + 1);
	}
	expect(counts.size).toBe(6);
	const expected = turns / 6;
	const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
	expect(chiSquare).toBeLessThan(25.7);
});

it('loses nothing and leaves what it was given alone', () => {
	const given = [1, 2, 3, 4];
	expect(shuffle(given, () => 0).toSorted()).toEqual(given);
	expect(given).toEqual([1, 2, 3, 4]);
	expect(shuffle([], () => 0)).toEqual([]);
});
