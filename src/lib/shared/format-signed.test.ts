import { expect, it } from 'vitest';
import { formatSigned } from './format-signed.ts';

it('shows the sign of a difference, and none on zero or on what rounds to zero', () => {
	expect(formatSigned(3, 0)).toBe('+3');
	expect(formatSigned(-7, 0)).toBe('−7');
	expect(formatSigned(0, 0)).toBe('0');
	expect(formatSigned(0.001, 1)).toBe('0,0');
	expect(formatSigned(0.25, 2, 'en')).toBe('+0.25');
});
