import { describe, expect, it } from 'vitest';
import { parseMove, parseWalk, writeWalk } from './turn.ts';

describe('a button as a move', () => {
	it('names what to do, and with which question or page', () => {
		expect(parseMove('next')).toEqual({ kind: 'next' });
		expect(parseMove('show:audit_3')).toEqual({ kind: 'show', page: 'audit_3' });
		expect(parseMove('clear:audit_3')).toEqual({ kind: 'clear', question: 'audit_3' });
	});

	it('is refused when there is no such button', () => {
		for (const text of ['', 'show', 'show:', 'delete:audit_3', 'NEXT']) expect(parseMove(text)).toBeNull();
	});

	it('knows which walk it is on, written and read back', () => {
		expect(parseWalk('change:audit_2,audit_3')).toEqual({ kind: 'change', pending: ['audit_2', 'audit_3'] });
		for (const text of ['all', 'change', 'change:audit_2']) expect(writeWalk(parseWalk(text))).toBe(text);
		expect(parseWalk('backwards')).toEqual({ kind: 'all' });
		expect(parseWalk(null)).toEqual({ kind: 'all' });
	});
});
