import { expect, it } from 'vitest';
import { isSensitive } from './is-sensitive.ts';

it('takes an instrument that says what it tells at its word', () => {
	expect(isSensitive({ sensitive: ['substance-use'] })).toBe(true);
	expect(isSensitive({ sensitive: [] })).toBe(false);
});

it('takes an instrument that does not say to be sensitive', () => {
	expect(isSensitive({ sensitive: null })).toBe(true);
});
