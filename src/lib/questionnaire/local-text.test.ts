import { describe, expect, it } from 'vitest';
import { textIn } from './local-text.ts';

describe('textIn', () => {
	const text = { sv: 'Ja', en: 'Yes' };

	it('takes the wanted language, then its base, then the fallback, then any', () => {
		expect(textIn('en', text, 'sv')).toBe('Yes');
		expect(textIn('en-GB', text, 'sv')).toBe('Yes');
		expect(textIn('ar', text, 'sv')).toBe('Ja');
		expect(textIn('ar', { en: 'Yes' }, 'sv')).toBe('Yes');
	});

	it('is null only when there is no text', () => {
		expect(textIn('sv', null, 'sv')).toBeNull();
		expect(textIn('sv', {}, 'sv')).toBeNull();
	});
});
