/**
 * What a password must be: long, and not one that everybody tries first. No rules about signs and capitals, no forced
 * changes (NIST SP 800-63B-4 §3.1.1.2; ASVS 5.0 6.2.1–6.2.12).
 */
import { refuse, ok, type Result } from '#lib/shared/result.ts';

export const shortestPassword = 12;
/** Long enough for any passphrase; longer ones would only cost the server time. */
export const longestPassword = 128;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'contains-own-name';

/** Swedish and near at hand, which lists from elsewhere do not have; lower case. */
const common = [
	'123456789012',
	'1234567890123',
	'12345678901234567890',
	'1q2w3e4r5t6y',
	'1qaz2wsx3edc',
	'abcdefghijkl',
	'administrator',
	'adminadminadmin',
	'changemechangeme',
	'gloriousgosling',
	'hejhejhejhej',
	'iloveyouiloveyou',
	'kommunkommun',
	'letmeinletmein',
	'losenordlosenord',
	'lösenordlösenord',
	'password1234',
	'password12345',
	'passwordpassword',
	'qwertyqwerty',
	'qwertyuiop12',
	'qwertyuiop123',
	'qwertyuiopasdfghjkl',
	'sommarsommar',
	'sommaren2024',
	'sommaren2025',
	'sommaren2026',
	'socialtjänst',
	'socialtjänsten',
	'socialtjansten',
	'superstrongpassword',
	'välkommen123',
	'valkommen123',
	'valkommen1234',
	'välkommen1234'
];

/**
 * The password as it is, or what is wrong with it. Counts characters as people do, and changes nothing in it. `leaked` are
 * passwords in lower case that are known to have leaked.
 */
export function parsePassword(
	password: string,
	email: string,
	leaked: ReadonlySet<string>
): Result<string, PasswordProblem> {
	const length = [...password].length;
	if (length < shortestPassword) return refuse('too-short');
	if (length > longestPassword) return refuse('too-long');
	const lower = password.toLowerCase();
	if (common.includes(lower) || leaked.has(lower) || hasFewCharacters(lower) || isRun(lower))
		return refuse('too-common');
	const own = email.toLowerCase().split('@')[0] ?? '';
	if (own.length >= 4 && lower.includes(own)) return refuse('contains-own-name');
	return ok(password);
}

/** `aaaaaaaaaaaa`, `abababababab`, `123123123123`. */
function hasFewCharacters(text: string): boolean {
	return new Set(text).size <= 4;
}

/** Every character follows the one before it, up or down: `abcdefghijkl`, `210987654321` but for the turn. */
function isRun(text: string): boolean {
	const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
	const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
	return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
