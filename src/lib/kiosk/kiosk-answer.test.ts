import { describe, expect, it } from 'vitest';
import type { LocalDate, Quarter } from '#lib/shared/local-date.ts';
import { decideQuarter, parseKioskAnswer } from './kiosk-answer.ts';

const sealed = {
	id: 'b1c3a0b6-6f0e-4f5b-9d57-0f3a6c2f1e11',
	surveyLinkId: '0b7c1d52-3e0a-4d7e-8a35-1f9f0d0c2b22',
	quarter: '2026-Q4',
	language: 'sv',
	answers: { sol_1: 3 }
};

describe('parseKioskAnswer', () => {
	it('reads what a tablet has sealed', () => {
		expect(parseKioskAnswer(sealed)).toEqual(sealed);
	});

	it.each([
		['nothing', null],
		['an id that carries a time', { ...sealed, id: '018f3a0b-6f0e-7f5b-9d57-0f3a6c2f1e11' }],
		['a time finer than a quarter', { ...sealed, quarter: '2026-11-29' }],
		['something more than it asks for', { ...sealed, device: 'x' }],
		['answers that are a list', { ...sealed, answers: [1, 2] }]
	])('refuses %s', (_, value) => {
		expect(parseKioskAnswer(value)).toBeNull();
	});
});

describe('decideQuarter', () => {
	const days = { opensOn: '2026-05-01' as LocalDate, closesOn: '2026-09-15' as LocalDate };
	const on = (said: string, today: string) => decideQuarter(said as Quarter, days, today as LocalDate);

	it('believes the tablet when it can be right', () => {
		expect(on('2026-Q2', '2026-08-01')).toBe('2026-Q2');
		expect(on('2026-Q3', '2026-10-10')).toBe('2026-Q3');
	});

	it('does not believe a clock that is wrong', () => {
		expect(on('2031-Q1', '2026-08-01')).toBe('2026-Q3');
		expect(on('2019-Q1', '2026-08-01')).toBe('2026-Q3');
		expect(on('2026-Q4', '2026-10-10')).toBe('2026-Q3');
	});

	it('takes in what comes within thirty days of the closing, and not a day later', () => {
		expect(on('2026-Q3', '2026-10-15')).toBe('2026-Q3');
		expect(on('2026-Q3', '2026-10-16')).toBeNull();
		expect(on('2026-Q2', '2026-04-30')).toBeNull();
	});
});
