import { describe, expect, it } from 'vitest';
import { audienceRules, audiences, findDisclosureRule } from './disclosure-rules.ts';

describe('the limits', () => {
	it('are never lowered by the municipality, only raised', () => {
		expect(findDisclosureRule({ audience: 'board', ownSmallestGroup: 3 }).smallestGroup).toBe(5);
		const raised = findDisclosureRule({ audience: 'board', ownSmallestGroup: 8 });
		expect(raised).toMatchObject({ smallestGroup: 8, smallestDividedGroup: 10, smallestKnownGroup: 16 });
	});

	it('are at least as wide for the public as for the board, and for the board as for the unit', () => {
		const wide = (['unit', 'board', 'public'] as const).map((audience) => findDisclosureRule({ audience }));
		for (const [index, next] of wide.slice(1).entries()) {
			expect(next.smallestGroup).toBeGreaterThanOrEqual(wide[index]?.smallestGroup ?? Infinity);
		}
	});

	it('are doubled for what is sensitive, whoever looks', () => {
		for (const audience of ['unit', 'board', 'public'] as const) {
			expect(findDisclosureRule({ audience, isSensitive: true })).toMatchObject({
				smallestGroup: 10,
				smallestKnownGroup: 20
			});
		}
	});

	it('name a source each', () => {
		for (const audience of audiences) expect(audienceRules[audience].source.length).toBeGreaterThan(20);
	});
});
