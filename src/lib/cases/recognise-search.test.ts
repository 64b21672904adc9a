import { expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { recogniseSearch } from './recognise-search.ts';

const today = '2026-03-02' as LocalDate;

// Skatteverket's test person, and its printed example of a coordination number (SKV 707). Names and cases are made up.
it.each([
	['19121212-1212', 'personal-number'],
	['121212+1212', 'personal-number'],
	['701063-2391', 'personal-number'],
	['19121212-1213', 'case-number'],
	['19121212', 'case-number'],
	['SN 2026-0412', 'case-number'],
	['Tolvan Tolvansson', 'name'],
	['Ása', 'name']
] as const)('takes %s for a %s', (text, key) => {
	expect(recogniseSearch(text, today)).toBe(key);
});
