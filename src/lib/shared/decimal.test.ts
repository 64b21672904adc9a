import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#tests/vectors/r_rounding.json' with { type: 'json' };
import { formatDecimal, roundHalfAwayFromZero } from './decimal.ts';

describe('rounding half away from zero', () => {
	it.each(vectors.cases)('gives what R gives on whole numbers: $id', ({ input, expected }) => {
		expect(roundHalfAwayFromZero(input.num, input.den, input.dec)).toBe(expected.half_up);
	});

	it('gives no number for a denominator of zero or parts that are not whole', () => {
		expect(roundHalfAwayFromZero(1, 0, 2)).toBeNull();
		expect(roundHalfAwayFromZero(1.5, 2, 2)).toBeNull();
		expect(roundHalfAwayFromZero(1, 2, -1)).toBeNull();
	});

	it('is never further than half a unit from the fraction', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 1 }), fc.integer({ min: 0, max: 4 }), (n, d, decimals) => {
				const rounded = BigInt(Math.round((roundHalfAwayFromZero(n, d, decimals) ?? 0) * 10 ** decimals));
				const distance = 2n * (rounded * BigInt(d) - BigInt(n) * 10n ** BigInt(decimals));
				expect(distance <= BigInt(d) && distance >= -BigInt(d)).toBe(true);
			})
		);
	});

	it('mirrors around zero', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1 }), fc.integer({ min: 1 }), (n, d) => {
				expect(roundHalfAwayFromZero(-n, d, 2)).toBe(0 - (roundHalfAwayFromZero(n, d, 2) ?? 0));
			})
		);
	});
});

describe('writing a number', () => {
	it('writes a mean with a decimal comma and the decimals asked for', () => {
		expect(formatDecimal({ numerator: 65, denominator: 25 }, 2)).toBe('2,60');
		expect(formatDecimal({ numerator: 521, denominator: 200 }, 2)).toBe('2,61');
		expect(formatDecimal({ numerator: 65, denominator: 25 }, 2, 'en')).toBe('2.60');
	});

	it('reads a plain number as the decimals it is printed with', () => {
		expect(formatDecimal(2.605, 2)).toBe('2,61');
		expect(formatDecimal(1.005, 2)).toBe('1,01');
		expect(formatDecimal(1e-7, 8)).toBe('0,00000010');
		expect(formatDecimal(1e21, 0, 'en')).toBe('1,000,000,000,000,000,000,000');
	});

	it('writes a true minus sign, and none for a zero', () => {
		expect(formatDecimal(-2.5, 0)).toBe('\u22123');
		expect(formatDecimal(-0.004, 2)).toBe('0,00');
		expect(formatDecimal({ numerator: 5, denominator: -2 }, 1)).toBe('\u22122,5');
	});

	it('groups thousands with a space that does not break', () => {
		expect(formatDecimal(1234567.5, 1)).toBe('1\u00a0234\u00a0567,5');
		expect(formatDecimal(999, 0)).toBe('999');
	});

	it('writes a dash where there is no number', () => {
		expect(formatDecimal(Number.NaN, 2)).toBe('–');
		expect(formatDecimal({ numerator: 0, denominator: 0 }, 2)).toBe('–');
	});
});
