import { expect, it } from 'vitest';
import { swedishTime } from './swedish-time.ts';

it.each([
	// Winter time UTC+1, summer time UTC+2 from 29 March 2026.
	['2026-03-02T11:00:00Z', { hour: 12, weekday: 1 }],
	['2026-03-28T23:30:00Z', { hour: 0, weekday: 7 }],
	['2026-03-30T04:00:00Z', { hour: 6, weekday: 1 }],
	['2026-07-04T22:00:00Z', { hour: 0, weekday: 7 }]
])('%s in Sweden', (moment, expected) => {
	expect(swedishTime(new Date(moment))).toEqual(expected);
});
