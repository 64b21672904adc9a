import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('writes the same value as the same text, whatever order its keys came in', () => {
	expect(canonicalJson({ b: [1, { d: null, c: 'å' }], a: 0.1 })).toBe('{"a":0.1,"b":[1,{"c":"å","d":null}]}');
	expect(canonicalJson({ a: 0.1, b: [1, { c: 'å', d: null }], x: undefined })).toBe(
		canonicalJson({ b: [1, { d: null, c: 'å' }], a: 0.1 })
	);
});

it('keeps the order of a list, which means something', () => {
	expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
});
