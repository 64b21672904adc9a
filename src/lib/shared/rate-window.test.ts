import { expect, it } from 'vitest';
import { openRateWindow } from './rate-window.ts';

it('lets so many through in each stretch, and no more', () => {
	const mayPass = openRateWindow(2, 1000);
	expect([0, 10, 999].map(mayPass)).toEqual([true, true, false]);
	expect([1000, 1001, 1002].map(mayPass)).toEqual([true, true, false]);
});

it('begins anew after a quiet time, and when the clock is put back', () => {
	const mayPass = openRateWindow(1, 1000);
	expect([5000, 5500, 9000, 9001, 100].map(mayPass)).toEqual([true, false, true, false, true]);
});
