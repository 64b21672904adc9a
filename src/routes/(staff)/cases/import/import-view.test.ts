import { expect, it } from 'vitest';
import { columnLetter } from './import-view.ts';

it.each([
	[0, 'A'],
	[25, 'Z'],
	[26, 'AA'],
	[99, 'CV']
])('calls column %i %s, as a spreadsheet does', (at, letter) => {
	expect(columnLetter(at)).toBe(letter);
});
