import { describe, expect, it } from 'vitest';
import { partName, type PublishedCut } from '#lib/targets/figure.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { findConflicts } from './published-differences.ts';

const a = '00000000-0000-4000-8000-00000000000a' as ProviderId;
const b = '00000000-0000-4000-8000-00000000000b' as ProviderId;
const [first, second] = ['2026-Q1', '2026-Q2'] as [Quarter, Quarter];
const limitsOf = () => ({ smallestGroup: 5, smallestKnownGroup: 10 });

function cut(n: number, quarters: readonly Quarter[], given: Partial<PublishedCut> = {}): PublishedCut {
	return {
		instrumentId: 'simrishamn-sol',
		item: 'sol_5',
		providerId: a,
		quarters,
		n,
		isPooled: n >= 10,
		...given
	};
}

/** Answers now, by provider and quarter. */
function sizes(counts: readonly (readonly [ProviderId, Quarter, number])[]): ReadonlyMap<string, number> {
	return new Map(
		counts.map(([providerId, quarter, n]) => [partName(cut(0, [], { providerId }), quarter), n])
	);
}

const kinds = (input: Omit<Parameters<typeof findConflicts>[0], 'limitsOf'>) =>
	findConflicts({ ...input, limitsOf }).map(({ kind }) => kind);

describe('publishing a year again', () => {
	it('is free the first time, and when nothing has changed', () => {
		const next = [cut(12, [first])];
		const now = sizes([[a, first, 12]]);
		expect(kinds({ earlier: [], next, sizes: now })).toEqual([]);
		expect(kinds({ earlier: next, next, sizes: now })).toEqual([]);
	});

	it('is refused when a few answers lie between the two', () => {
		const now = sizes([
			[a, first, 12],
			[a, second, 4]
		]);
		expect(kinds({ earlier: [cut(12, [first])], next: [cut(16, [first, second])], sizes: now })).toEqual([
			'difference'
		]);
	});

	it('is refused when one answer that was counted then is gone', () => {
		const now = sizes([[a, first, 11]]);
		expect(kinds({ earlier: [cut(12, [first])], next: [cut(11, [first])], sizes: now })).toEqual(['changed']);
	});

	it('is refused when the pictures of all answers would show what a small group answered', () => {
		const earlier = [cut(12, [first])];
		const next = [cut(19, [first, second])];
		const now = (added: number) =>
			sizes([
				[a, first, 12],
				[a, second, added]
			]);
		expect(kinds({ earlier, next, sizes: now(7) })).toEqual(['difference']);
		expect(kinds({ earlier, next, sizes: now(10) })).toEqual([]);
	});

	it('counts what came to all providers together: many enough in all is enough', () => {
		const both = (quarters: readonly Quarter[], n: number) => [
			cut(n, quarters),
			cut(n, quarters, { providerId: b })
		];
		const now = sizes([
			[a, first, 12],
			[b, first, 12],
			[a, second, 6],
			[b, second, 6]
		]);
		expect(kinds({ earlier: both([first], 12), next: both([first, second], 18), sizes: now })).toEqual([]);
	});
});
