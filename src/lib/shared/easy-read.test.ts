import { describe, expect, it } from 'vitest';
import { easyReadOf, isEasyRead, plainLanguage } from './easy-read.ts';

describe('an easy-to-read track', () => {
	it('is a variant of its language', () => {
		expect([easyReadOf('sv'), easyReadOf('sv-simple')]).toEqual(['sv-simple', 'sv-simple']);
		expect([plainLanguage('sv-simple'), plainLanguage('sv'), plainLanguage('pt-br')]).toEqual([
			'sv',
			'sv',
			'pt-br'
		]);
		expect(['sv-simple', 'sv', 'simple'].map(isEasyRead)).toEqual([true, false, false]);
	});

	it('is a tag that browsers know how to read', () => {
		expect(Intl.getCanonicalLocales('sv-simple')).toEqual(['sv-simple']);
	});
});
