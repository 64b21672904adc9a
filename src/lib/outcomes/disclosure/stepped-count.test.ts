import { expect, it } from 'vitest';
import type { ProviderId } from '#lib/shared/ids.ts';
import { hidden, show } from './shown.ts';
import { countFormsInSteps, toSteppedCount } from './stepped-count.ts';
import { withhold } from './withheld.ts';

it('says nothing below five', () => {
	expect([0, 1, 4].map(toSteppedCount)).toEqual([hidden, hidden, hidden]);
});

it('does not move when one person answers, only with every fifth', () => {
	expect([5, 6, 9, 10, 28, 37].map(toSteppedCount)).toEqual([5, 5, 5, 10, 25, 35].map(show));
});

it('gives each provider its own count', () => {
	const id = (text: string) => text as ProviderId;
	const results = withhold([
		{ providerId: id('a'), forms: 7 },
		{ providerId: id('b'), forms: 3 }
	]);
	expect([...countFormsInSteps(results)]).toEqual([
		['a', show(5)],
		['b', hidden]
	]);
});
