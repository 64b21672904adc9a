import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './is-same-origin.ts';

describe('isSameOrigin', () => {
	it.each([
		['GET', null, true],
		['POST', 'https://genklang.kommun.se', true],
		['POST', 'https://genklang.kommun.se.evil.example', false],
		['POST', 'http://genklang.kommun.se', false],
		['POST', 'null', false],
		['POST', null, false],
		['DELETE', 'https://evil.example', false]
	])('%s from %s: %s', (method, origin, expected) => {
		expect(isSameOrigin(method, origin, 'https://genklang.kommun.se')).toBe(expected);
	});
});
