/**
 * Numbers: Skatteverket's printed examples (640823-3234 in SKV 704, 701063-2391 in SKV 707) and its test persons
 * (Tolvan Tolvansson, 19121212-1212). None belongs to anybody.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { formatPersonalNumber, isCoordinationNumber, parsePersonalNumber } from './personal-number.ts';

const today = '2026-03-02' as LocalDate;
const read = (text: string, day = today) => {
	const parsed = parsePersonalNumber(text, day);
	return parsed.ok ? parsed.value : parsed.problem;
};

describe('parsePersonalNumber', () => {
	it.each([
		['640823-3234', '196408233234'],
		['6408233234', '196408233234'],
		['19640823-3234', '196408233234'],
		['196408233234', '196408233234'],
		[' 19640823 - 3234 ', '196408233234'],
		['701063-2391', '197010632391'],
		['121212+1212', '191212121212'],
		['19121212-1212', '191212121212'],
		['121212-1212', '201212121212']
	])('reads %s as %s', (text, expected) => {
		expect(read(text)).toBe(expected);
	});

	it.each([
		['', 'form'],
		['K-1234', 'form'],
		['640823-323', 'form'],
		['640823/3234', 'form'],
		['640823-3235', 'check-digit'],
		['701063-2390', 'check-digit'],
		['641323-3234', 'date'],
		['20260303-1230', 'date'],
		['16121212-1212', 'date'],
		['640892-3234', 'date']
	])('refuses %s: %s', (text, problem) => {
		expect(read(text)).toBe(problem);
	});

	it('takes the sign + from the first day of the year the person turns a hundred', () => {
		expect(read('121212-1212', '2011-12-31' as LocalDate)).toBe('191212121212');
		expect(read('121212+1212', '2012-01-01' as LocalDate)).toBe('191212121212');
		expect(read('121212-1212', '2012-01-01' as LocalDate)).toBe('date');
	});

	it('refuses every number with one digit changed', () => {
		const number = '196408233234';
		fc.assert(
			fc.property(fc.integer({ min: 8, max: 11 }), fc.integer({ min: 1, max: 9 }), (at, step) => {
				const digit = (Number(number[at]) + step) % 10;
				expect(read(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`)).toBe('check-digit');
			})
		);
	});

	it('gives the same number back for what it shows', () => {
		for (const number of ['196408233234', '197010632391', '191212121212']) {
			const parsed = parsePersonalNumber(number, today);
			expect(parsed.ok && read(formatPersonalNumber(parsed.value))).toBe(number);
		}
	});
});

describe('isCoordinationNumber', () => {
	it.each([
		['701063-2391', true],
		['640823-3234', false]
	])('%s: %s', (text, expected) => {
		const parsed = parsePersonalNumber(text, today);
		expect(parsed.ok && isCoordinationNumber(parsed.value)).toBe(expected);
	});
});
