/** The code an administrator reads out and types on the tablet, once: eight letters and digits that are not mistaken for each other. */

/** Without 0, 1, I, L, O and U: 30 signs, so that eight of them are 39 bits. It works for a quarter of an hour, once. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

export const pairingMinutes = 15;

/** A code out of random bytes, eight or more. Bytes that would make some signs likelier are passed over; null when too few are left. */
export function toPairingCode(random: Uint8Array): string | null {
	const fair = [...random].filter((byte) => byte < 256 - (256 % signs.length));
	if (fair.length < length) return null;
	return fair
		.slice(0, length)
		.map((byte) => signs.charAt(byte % signs.length))
		.join('');
}

/** The code as it is typed, with or without space and hyphen, in any case; null when it can be no code. */
export function parsePairingCode(text: string): string | null {
	const code = text.toUpperCase().replace(/[\s–-]/g, '');
	return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null;
}

/** The code as it is shown: `K7PM-4XQ2`. */
export function showPairingCode(code: string): string {
	return `${code.slice(0, 4)}-${code.slice(4)}`;
}
