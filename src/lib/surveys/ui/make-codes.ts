/** Making codes in the browser of whoever prints them: nobody else ever has them. */
import { codeLength, toCode } from '../survey-code.ts';

export interface MadeCode {
	readonly code: string;
	/** What the server gets: SHA-256, hexadecimal. */
	readonly hash: string;
}

/** So many codes from the browser's own random source, no two alike. */
export async function makeCodes(web: Crypto, count: number): Promise<readonly MadeCode[]> {
	const codes = new Set<string>();
	while (codes.size < count) codes.add(toCode(web.getRandomValues(new Uint8Array(codeLength))));
	return Promise.all([...codes].map(async (code) => ({ code, hash: await hashCode(web, code) })));
}

async function hashCode({ subtle }: Crypto, code: string): Promise<string> {
	const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(code)));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
