import { expect, it } from 'vitest';
import { hidden, show } from './shown.ts';
import { toSteppedCount } from './stepped-count.ts';

it('says nothing below five', () => {
	expect([0, 1, 4].map(toSteppedCount)).toEqual([hidden, hidden, hidden]);
});

it('does not move when one person answers, only with every fifth', () => {
	expect([5, 6, 9, 10, 28, 37].map(toSteppedCount)).toEqual([5, 5, 5, 10, 25, 35].map(show));
});
