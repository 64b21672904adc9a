import type { PasswordProblem } from '#lib/access/password-rules.ts';
import { shortestPassword, longestPassword } from '#lib/access/password-rules.ts';
import { m } from '#lib/paraglide/messages.js';

/** What is wrong with a new password, in words. */
export function passwordWords(problem: PasswordProblem): string {
	switch (problem) {
		case 'too-short':
			return m.access_password_too_short({ min: shortestPassword });
		case 'too-long':
			return m.access_password_too_long({ max: longestPassword });
		case 'too-common':
			return m.access_password_too_common();
		case 'contains-own-name':
			return m.access_password_own_name();
	}
}
