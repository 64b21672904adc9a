import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { matchesName, parseClientIdentity } from './client-identity.ts';

const today = '2026-03-02' as LocalDate;

describe('parseClientIdentity', () => {
	it('reads a name and a number, and leaves out what is empty', () => {
		// Tolvan Tolvansson is Skatteverket's test person.
		const written = { name: '  Tolvan   Tolvansson ', personalNumber: '19121212-1212' };
		expect(parseClientIdentity(written, today)).toEqual({
			ok: true,
			value: { name: 'Tolvan Tolvansson', personalNumber: '191212121212' }
		});
		expect(parseClientIdentity({ name: ' ', personalNumber: '' }, today)).toEqual({
			ok: true,
			value: { name: null, personalNumber: null }
		});
	});

	it('says which of them is wrong', () => {
		const number = { name: null, personalNumber: '19121212-1213' };
		expect(parseClientIdentity(number, today)).toEqual({ ok: false, problem: 'personalNumber' });
		const name = { name: 'a'.repeat(201), personalNumber: null };
		expect(parseClientIdentity(name, today)).toEqual({ ok: false, problem: 'name' });
	});
});

describe('matchesName', () => {
	it.each([
		['Åsa Öberg-Lindqvist', 'åsa', true],
		['Åsa Öberg-Lindqvist', 'ÖBERG å', false],
		['Åsa Öberg-Lindqvist', 'ÖBERG ås', true],
		['Åsa Öberg-Lindqvist', 'lind', true],
		['Åsa Öberg-Lindqvist', 'asa', false],
		['Åsa Öberg-Lindqvist', 'berg', false],
		['André Dé', 'andre', true],
		['Andre', 'André', true],
		['Åsa Öberg', 'A\u030Asa', true],
		['Åsa Öberg', '', false],
		['Åsa Öberg', '  ', false]
	])('%s, searched for as %o: %s', (name, written, expected) => {
		expect(matchesName(name, written)).toBe(expected);
	});
});
