import { describe, expect, it } from 'vitest';
import { inBatches, type BatchPlan } from './in-batches.ts';

/** Carries batches out one tick later and remembers them. */
function remember(given: Partial<BatchPlan<string, string>> = {}) {
	const batches: string[][] = [];
	const hand = inBatches<string, string>({
		limit: 3,
		atOnce: 1,
		keyOf: (item) => item,
		async carryOut(items) {
			batches.push([...items]);
			await Promise.resolve();
			return items.map((item) => `${item}!`);
		},
		...given
	});
	return { batches, hand };
}

describe('work in batches', () => {
	it('begins at once with the first and takes what came meanwhile together', async () => {
		const { batches, hand } = remember();
		expect(await Promise.all(['a', 'b', 'c'].map(hand))).toEqual(['a!', 'b!', 'c!']);
		expect(batches).toEqual([['a'], ['b', 'c']]);
	});

	it('never takes more together than the limit', async () => {
		const { batches, hand } = remember();
		await Promise.all(['a', 'b', 'c', 'd', 'e'].map(hand));
		expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
	});

	it('never takes two with the same key together, and keeps their order', async () => {
		const { batches, hand } = remember();
		await Promise.all(['a', 'b', 'b', 'c'].map(hand));
		expect(batches).toEqual([['a'], ['b', 'c'], ['b']]);
	});

	it('has as many batches under way as it may', async () => {
		const { batches, hand } = remember({ atOnce: 2 });
		await Promise.all(['a', 'b', 'c', 'd'].map(hand));
		expect(batches).toEqual([['a'], ['b'], ['c', 'd']]);
	});

	it('lets one that fails take nobody else with it', async () => {
		const hand = inBatches<string, string>({
			limit: 3,
			atOnce: 1,
			keyOf: (item) => item,
			async carryOut(items) {
				await Promise.resolve();
				if (items.includes('bad')) throw new Error('made-up fault');
				return items;
			}
		});
		const outcomes = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(hand));
		expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
		expect(await hand('d')).toBe('d');
	});
});
