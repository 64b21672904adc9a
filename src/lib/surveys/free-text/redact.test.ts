import { describe, expect, it } from 'vitest';
import { findIdentifying } from './find-identifying.ts';
import { gap, isTakenOutOnly, redact, toParts } from './redact.ts';

const words = 'Anna på Storgatan 1 lyssnar.';
const spots = findIdentifying(words);

describe('taking words out', () => {
	it('leaves a gap where each marked spot stood', () => {
		expect(redact(words, spots)).toBe('[…] på […] lyssnar.');
		expect(redact('Allt är bra.', [])).toBe('Allt är bra.');
	});

	it('shows the same words in parts', () => {
		expect(toParts(words, spots).map(({ kind }) => kind)).toEqual(['name', null, 'address', null]);
		expect(
			toParts(words, spots)
				.map(({ text }) => text)
				.join('')
		).toBe(words);
	});

	it('accepts words that are gone, gaps and other spacing', () => {
		expect(isTakenOutOnly(words, redact(words, spots))).toBe(true);
		expect(isTakenOutOnly(words, 'på  lyssnar')).toBe(true);
		expect(isTakenOutOnly(words, gap)).toBe(true);
	});

	it('refuses words that were not there, changed ones and another order', () => {
		expect(isTakenOutOnly(words, 'Anna lyssnar aldrig.')).toBe(false);
		expect(isTakenOutOnly(words, 'Annika på Storgatan 1 lyssnar.')).toBe(false);
		expect(isTakenOutOnly(words, 'lyssnar Anna')).toBe(false);
	});
});
