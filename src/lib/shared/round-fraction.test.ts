import { describe, expect, it } from 'vitest';
import vectors from '#tests/vectors/r_rounding.json' with { type: 'json' };
import { formatDecimal, formatFraction, formatSigned } from './format-decimal.ts';
import { roundFraction } from './round-fraction.ts';

describe('roundFraction', () => {
	it.each(vectors.cases)(
		'rounds $id half away from zero, as R does on whole numbers',
		({ input, expected }) => {
			const scaled = roundFraction(input.num, input.den, input.dec);
			expect(scaled).toBe(Math.round(expected.half_up * 10 ** input.dec));
		}
	);

	it('never gives a negative zero', () => {
		expect(Object.is(roundFraction(-1, 1000, 1), 0)).toBe(true);
	});
});

describe('numbers in text', () => {
	it('writes a decimal comma in Swedish and a point in English', () => {
		expect(formatFraction(65, 25, 2, 'sv')).toBe('2,60');
		expect(formatFraction(65, 25, 2, 'en')).toBe('2.60');
	});

	it('writes numbers below one and below zero', () => {
		expect(formatFraction(1, 20, 2, 'sv')).toBe('0,05');
		expect(formatFraction(-5, 2, 0, 'sv')).toBe('−3');
		expect(formatFraction(-1, 1000, 1, 'sv')).toBe('0,0');
	});

	// Node: (2.605).toFixed(2) is "2.60" and (1.005).toFixed(2) is "1.00".
	it('rounds the digits that are written, not the binary float behind them', () => {
		expect(formatDecimal(2.605, 2, 'sv')).toBe('2,61');
		expect(formatDecimal(1.005, 2, 'sv')).toBe('1,01');
		expect(formatDecimal(2.3936101438372, 2, 'sv')).toBe('2,39');
		expect(formatDecimal(1e-7, 2, 'sv')).toBe('0,00');
	});

	it('shows the sign of a difference, and none on zero', () => {
		expect([formatSigned(3, 0, 'sv'), formatSigned(-7, 0, 'sv'), formatSigned(0, 0, 'sv')]).toEqual([
			'+3',
			'−7',
			'0'
		]);
		expect(formatSigned(0.001, 1, 'sv')).toBe('0,0');
	});
});
