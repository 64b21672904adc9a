import { expect, it } from 'vitest';
import { dayOfBirth } from './day-of-birth.ts';

// Skatteverket's printed examples (SKV 704, SKV 707) and test person; none belongs to anybody.
it.each([
	['196408233234', 23],
	['197010632391', 3],
	['191212121212', 12],
	['196408053234', 5],
	['196408653234', 5],
	[null, null],
	['', null]
])('%s: %s', (number, day) => {
	expect(dayOfBirth(number)).toBe(day);
});
