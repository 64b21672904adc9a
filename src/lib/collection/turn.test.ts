import { describe, expect, it } from 'vitest';
import { parseMove, parseWalk } from './turn.ts';

describe('a button as a move', () => {
	it('names what to do, and with which question or page', () => {
		expect(parseMove('next')).toEqual({ kind: 'next' });
		expect(parseMove('show:audit_3')).toEqual({ kind: 'show', page: 'audit_3' });
		expect(parseMove('clear:audit_3')).toEqual({ kind: 'clear', question: 'audit_3' });
	});

	it('is refused when there is no such button', () => {
		for (const text of ['', 'show', 'show:', 'delete:audit_3', 'NEXT']) expect(parseMove(text)).toBeNull();
	});

	it('knows which walk it is on', () => {
		expect(parseWalk('fill-in')).toBe('fill-in');
		expect(parseWalk('backwards')).toBe('all');
		expect(parseWalk(null)).toBe('all');
	});
});
