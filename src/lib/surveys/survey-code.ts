/**
 * Codes in a hat: one-time codes on paper, drawn by those who are to answer, so that nobody knows who has which. Sixty random
 * bits in Crockford's base 32, written in three groups of four.
 */

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
export const codeLength = 12;
/** The most that are made at a time. */
export const maxCodes = 500;

/** The code that the random bytes give: five bits of each, so that every character is as likely. */
export function toCode(bytes: Uint8Array): string {
	return Array.from(bytes.subarray(0, codeLength), (byte) => alphabet[byte & 31]).join('');
}

/** As it is printed: `4K7Q-…`. */
export function printCode(code: string): string {
	return (code.toUpperCase().match(/.{4}/g) ?? []).join('-');
}

/**
 * The code as somebody has written it, or undefined when it cannot be one: small or large letters, with or without hyphens
 * and spaces, o for zero and i or l for one.
 */
export function parseCode(text: string): string | undefined {
	const code = text
		.toLowerCase()
		.replaceAll(/[\s\-–—.]/g, '')
		.replaceAll('o', '0')
		.replaceAll(/[il]/g, '1');
	const isCode = code.length === codeLength && [...code].every((one) => alphabet.includes(one));
	return isCode ? code : undefined;
}
