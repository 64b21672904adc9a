import { describe, expect, it } from 'vitest';
import { parsePassword } from './password-rules.ts';

const email = 'karin.ek@exempelby.se';
const leaked = new Set(['gearsofwar2012']);
const problemWith = (password: string) => {
	const parsed = parsePassword(password, email, leaked);
	return parsed.ok ? null : parsed.problem;
};

describe('parsePassword', () => {
	it.each(['tre gula cyklar i regn', 'correct horse battery', 'ÅÄÖ-åäö-12345', '  blanksteg  runt  '])(
		'takes %s as it is',
		(password) => {
			expect(parsePassword(password, email, leaked)).toEqual({ ok: true, value: password });
		}
	);

	it.each([12, 64, 128])('takes one of %i characters', (length) => {
		const password = 'Två björkar & en gran. '.repeat(6).slice(0, length);
		expect(parsePassword(password, email, leaked)).toEqual({ ok: true, value: password });
	});

	it.each([
		['elva tecken', 'too-short'],
		['🙂🙂🙂🙂🙂🙂', 'too-short'],
		['x'.repeat(129), 'too-long'],
		['aaaaaaaaaaaaaa', 'too-common'],
		['123123123123', 'too-common'],
		['ABCDEFGHIJKLM', 'too-common'],
		['Sommaren2026', 'too-common'],
		['PasswordPassword', 'too-common'],
		['GearsOfWar2012', 'too-common'],
		['Karin.Ek-2026!', 'contains-own-name']
	])('refuses %s: %s', (password, problem) => {
		expect(problemWith(password)).toBe(problem);
	});
});
