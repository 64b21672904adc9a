import { expect, it } from 'vitest';
import { matchesNumber } from './matches-number.ts';

// Made-up numbers.
const row = { caseNumber: 'SN 2026-0412', clientNumber: 'K-1007', concern: 'Alkohol' };

it('finds a case by a part of its number or the client’s, however it is written', () => {
	expect(matchesNumber(row, 'sn2026-04')).toBe(true);
	expect(matchesNumber(row, 'k-1007')).toBe(true);
});

it('does not find a case by what it is about', () => {
	expect(matchesNumber(row, 'alkohol')).toBe(false);
});
