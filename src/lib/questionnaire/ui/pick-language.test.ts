import { describe, expect, it } from 'vitest';
import { directionOf } from '#lib/shared/direction-of.ts';
import { pickLanguage } from './pick-language.ts';

describe('the language of the questions', () => {
	const questionnaire = { languages: ['sv', 'ar'], defaultLanguage: 'sv' };

	it('is the first wanted one that exists', () => {
		expect(pickLanguage(questionnaire, ['ar', 'sv'])).toBe('ar');
		expect(pickLanguage(questionnaire, [null, 'sv'])).toBe('sv');
	});

	it("is the questionnaire's own when none of them exists", () => {
		expect(pickLanguage(questionnaire, ['so', 'en'])).toBe('sv');
	});

	it('is written in its own direction', () => {
		expect([directionOf('ar'), directionOf('fa-AF'), directionOf('sv')]).toEqual(['rtl', 'rtl', 'ltr']);
	});
});
