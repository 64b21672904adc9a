import { expect, it } from 'vitest';
import { longestPassword, parsePassword, shortestPassword } from '../password-rules.ts';
import { commonPasswords } from './common-passwords.ts';

it('holds more than the three thousand most used passwords that are long enough to be chosen', () => {
	const listed = [...commonPasswords()];
	expect(listed.length).toBeGreaterThan(3000);
	const couldBeChosen = listed.filter((password) => {
		const length = [...password].length;
		return length >= shortestPassword && length <= longestPassword && password === password.toLowerCase();
	});
	expect(couldBeChosen).toHaveLength(listed.length);
});

it('refuses each of them, however its letters are written', () => {
	const refused = (password: string) => parsePassword(password, 'karin@exempelby.example', commonPasswords());
	for (const password of commonPasswords()) {
		expect(refused(password.toUpperCase())).toEqual({ ok: false, problem: 'too-common' });
	}
	// Three words that nobody has used together.
	expect(refused('tallkotte möter ångbåt').ok).toBe(true);
});
