import { afterEach, describe, expect, it } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { countText } from './count-text.ts';

const withLanguage = (language: 'sv' | 'en') => {
	overwriteGetLocale(() => language);
};

describe('a count on a page', () => {
	afterEach(() => {
		withLanguage(baseLocale as 'sv');
	});

	it('has its thousands apart, as the language writes them', () => {
		withLanguage('sv');
		expect([countText(999), countText(5233), countText(1_234_567)]).toEqual([
			'999',
			'5\u00a0233',
			'1\u00a0234\u00a0567'
		]);
		withLanguage('en');
		expect(countText(5233)).toBe('5,233');
	});

	it('is written the same by the messages that choose their words by it', () => {
		withLanguage('sv');
		expect(m.staff_cases_open_count({ count: 5233 })).toBe(`${countText(5233)} öppna ärenden`);
		withLanguage('en');
		expect(m.staff_cases_open_count({ count: 5233 })).toContain('5,233 ');
	});
});
