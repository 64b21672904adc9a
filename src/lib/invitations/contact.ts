/** Where somebody can be reached: an e-mail address and a phone number, as they are stored and sent to. */
import { ok, refuse, type Result } from '#lib/shared/result.ts';

export interface Contact {
	readonly email: string | null;
	/** E.164: `+46701234567`. */
	readonly phone: string | null;
	/** BCP 47; the language that messages are written in. */
	readonly language: string;
}

const longestEmail = 254;

/** Something, an at sign, a domain with a full stop. Whether anybody is there only a message can tell (RFC 5321 4.5.3). */
export function parseEmail(text: string): Result<string, 'email'> {
	const trimmed = text.trim();
	const isRight =
		trimmed.length <= longestEmail && /^[^\s@<>"(),;:\\[\]]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(trimmed);
	return isRight ? ok(trimmed) : refuse('email');
}

/**
 * A mobile number as people write it, `070-123 45 67` or `+46 70 123 45 67`, as E.164. Swedish numbers without country code
 * begin with 07; others must have theirs (ITU-T E.164: at most fifteen digits).
 */
export function parsePhone(text: string): Result<string, 'phone'> {
	const digits = text.replaceAll(/[\s()./\u2013-]/g, '').replace(/^00/, '+');
	if (/^07\d{8}$/.test(digits)) return ok(`+46${digits.slice(1)}`);
	return /^\+[1-9]\d{7,14}$/.test(digits) ? ok(digits) : refuse('phone');
}
