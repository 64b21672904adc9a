import type { SecondFactor } from '#lib/access/second-factor.ts';
import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<SecondFactor, () => string>> = {
	totp: m.access_factor_totp,
	'backup-code': m.access_factor_backup_code,
	passkey: m.access_factor_passkey,
	municipality: m.access_factor_municipality
};

/** With what somebody signed in. */
export function factorWord(factor: SecondFactor): string {
	return words[factor]();
}
