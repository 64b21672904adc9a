import { expect, it } from 'vitest';
import { parseBoardQuery } from './board-query.ts';

it('reads year and act, and leaves what is not said open', () => {
	expect(parseBoardQuery(new URLSearchParams('year=2013&law=sol'))).toEqual({ year: 2013, law: 'sol' });
	expect(parseBoardQuery(new URLSearchParams('lang=en'))).toEqual({});
});

it('refuses what is no year and no act', () => {
	expect(parseBoardQuery(new URLSearchParams('year=20x3'))).toBeUndefined();
	expect(parseBoardQuery(new URLSearchParams('law=hsl'))).toBeUndefined();
});
