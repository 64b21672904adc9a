import { describe, expect, it } from 'vitest';
import { codeAt, findStep, toBase32, toKeyUri, toStep } from './totp.ts';

/** RFC 6238, appendix B; the last six of its eight digits. */
const secret = Buffer.from('12345678901234567890');
const vectors = [
	[59, '287082'],
	[1_111_111_109, '081804'],
	[1_111_111_111, '050471'],
	[1_234_567_890, '005924'],
	[2_000_000_000, '279037'],
	[20_000_000_000, '353130']
] as const;
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('codeAt', () => {
	it.each(vectors)('gives the code of RFC 6238 at %i s', (seconds, code) => {
		expect(codeAt(secret, toStep(at(seconds)))).toBe(code);
	});
});

describe('findStep', () => {
	it('takes the code of the step before, the step that is, and the one after', () => {
		const step = toStep(at(1_111_111_109));
		for (const offset of [-1, 0, 1]) {
			expect(findStep(secret, '081804', at((step + offset) * 30))).toBe(step);
		}
		for (const offset of [-2, 2]) expect(findStep(secret, '081804', at((step + offset) * 30))).toBeNull();
	});

	it.each(['', '08180', '0818040', '08180a', '081 804', '٠٨١٨٠٤', '000000'])('refuses "%s"', (code) => {
		expect(findStep(secret, code, at(1_111_111_109))).toBeNull();
	});
});

describe('toBase32', () => {
	// RFC 4648 §10, without padding.
	it.each([
		['f', 'MY'],
		['fo', 'MZXQ'],
		['foo', 'MZXW6'],
		['foob', 'MZXW6YQ'],
		['fooba', 'MZXW6YTB'],
		['foobar', 'MZXW6YTBOI']
	])('writes %s as %s', (text, encoded) => {
		expect(toBase32(Buffer.from(text))).toBe(encoded);
	});
});

describe('toKeyUri', () => {
	it('names product and account', () => {
		expect(toKeyUri(secret, 'karin.ek@exempelby.se')).toBe(
			'otpauth://totp/Genklang:karin.ek%40exempelby.se?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Genklang&algorithm=SHA1&digits=6&period=30'
		);
	});
});
