import { describe, expect, it } from 'vitest';
import { toSafePath } from './safe-path.ts';

describe('toSafePath', () => {
	it.each(['/cases', '/cases?open=1', '/targets?year=2026&law=sol', '/'])('keeps %s', (path) => {
		expect(toSafePath(path)).toBe(path);
	});

	it.each([
		null,
		undefined,
		'',
		'cases',
		'https://evil.example/',
		'//evil.example',
		'/\\evil.example',
		'/\t/evil.example',
		'/..//evil.example',
		'/.//evil.example',
		'\\\\evil.example',
		'javascript:alert(1)',
		'/sign-in',
		'/sign-out',
		'/cases/../sign-out',
		'/invitation/abc',
		'/demo/enter/namnd'
	])('leads %s to the start', (path) => {
		expect(toSafePath(path)).toBe('/');
	});
});
