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
	it('takes what comes in the same turn together, and what comes meanwhile in the next batch', async () => {
		const { batches, hand } = remember();
		const first = Promise.all(['a', 'b'].map(hand));
		const later = first.then(() => Promise.all(['c', 'd'].map(hand)));
		expect(await first).toEqual(['a!', 'b!']);
		expect(await later).toEqual(['c!', 'd!']);
		expect(batches).toEqual([
			['a', 'b'],
			['c', 'd']
		]);
	});

	it('never carries out an empty batch', async () => {
		const { batches, hand } = remember({ atOnce: 2 });
		await Promise.all(['a', 'b'].map(hand));
		expect(batches).toEqual([['a', 'b']]);
	});

	it('never takes more together than the limit', async () => {
		const { batches, hand } = remember();
		await Promise.all(['a', 'b', 'c', 'd', 'e'].map(hand));
		expect(batches).toEqual([
			['a', 'b', 'c'],
			['d', 'e']
		]);
	});

	it('never takes two with the same key together, and keeps their order', async () => {
		const { batches, hand } = remember();
		await Promise.all(['a', 'b', 'b', 'c'].map(hand));
		expect(batches).toEqual([['a', 'b', 'c'], ['b']]);
	});

	it('has as many batches under way as it may, and no more', async () => {
		let underWay = 0;
		let most = 0;
		const { hand } = remember({
			atOnce: 2,
			limit: 1,
			async carryOut(items) {
				underWay += 1;
				most = Math.max(most, underWay);
				await new Promise((resolve) => setTimeout(resolve, 5));
				underWay -= 1;
				return items;
			}
		});
		await Promise.all(['a', 'b', 'c', 'd'].map(hand));
		expect(most).toBe(2);
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
