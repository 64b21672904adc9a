import { describe, expect, it } from 'vitest';
import { parseCode, printCode, toCode } from './survey-code.ts';

describe('a code', () => {
	it('is twelve characters that are not mistaken for each other, printed in groups of four', () => {
		const code = toCode(Uint8Array.from({ length: 12 }, (_, at) => at * 21));
		expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/);
		expect(printCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
	});

	it('is read however it is written', () => {
		for (const written of [
			'4K7Q-01AB-CDEF',
			'4k7q 01ab cdef',
			'4K7QO1ABCDEF',
			' 4k7q–olab–cdef ',
			'4k7q.oiab.cdef'
		]) {
			expect(parseCode(written)).toBe('4k7q01abcdef');
		}
	});

	it.each(['', '4K7Q-01AB', '4K7Q-01AB-CDEFG', '4K7Q-01AB-CDEÅ', 'uuuu-uuuu-uuuu'])(
		'is not %j',
		(written) => {
			expect(parseCode(written)).toBeUndefined();
		}
	);

	it('takes every character as often as any other', () => {
		const counts = new Map<string, number>();
		for (let byte = 0; byte < 256; byte += 1) {
			const [first = ''] = toCode(new Uint8Array(12).fill(byte));
			counts.set(first, (counts.get(first) ?? 0) + 1);
		}
		expect(counts.size).toBe(32);
		expect(new Set(counts.values())).toEqual(new Set([8]));
	});
});
