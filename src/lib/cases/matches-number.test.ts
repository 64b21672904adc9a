import { expect, it } from 'vitest';
import { matchesNumber } from './matches-number.ts';

// Made-up numbers.
const row = { caseNumber: 'SN 2026-0412', clientNumber: 'K-1007', concern: 'Alkohol' };

it('finds a case by a part of its number, however it is written', () => {
	expect(matchesNumber(row, 'sn2026-04')).toBe(true);
});

it.each(['k-1007', 'alkohol'])('does not find a case by anything else that is known about it: %s', (word) => {
	expect(matchesNumber(row, word)).toBe(false);
});
