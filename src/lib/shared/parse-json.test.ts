import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxJsonDepth, parseJson } from './parse-json.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('parseJson', () => {
	it('gives what was written', () => {
		fc.assert(
			fc.property(fc.json({ maxDepth: maxJsonDepth - 1 }), (text) => {
				expect(parseJson(text, text.length)).toEqual({ ok: true, value: JSON.parse(text) });
			})
		);
	});

	it('takes brackets in a text for text', () => {
		const text = JSON.stringify({ a: '[[[['.repeat(30), b: '\\"{{{{'.repeat(30) });
		expect(parseJson(text, 1_000)).toMatchObject({ ok: true });
	});

	it.each([
		[nested(maxJsonDepth + 1), 'too-deep'],
		['[{'.repeat(50_000), 'too-deep'],
		[`{"a":${nested(100)}}`, 'too-deep'],
		['x'.repeat(100_001), 'too-long'],
		['{"a":', 'not-json'],
		['', 'not-json'],
		['"'.repeat(99_999), 'not-json'],
		['\\'.repeat(99_999), 'not-json']
	])('refuses %#', (text, problem) => {
		expect(parseJson(text, 100_000)).toEqual({ ok: false, problem });
	});

	it('takes what is just deep enough', () => {
		expect(parseJson(nested(maxJsonDepth), 100)).toMatchObject({ ok: true });
	});

	it('gives an object whose own key is __proto__, and changes no other object', () => {
		expect(parseJson('{"__proto__":{"isAdmin":true}}', 100)).toMatchObject({ ok: true });
		expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
	});
});
