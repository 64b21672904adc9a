import { describe, expect, it } from 'vitest';
import { listLanguageChoices } from './language-choice.ts';

describe('the languages to read a page in', () => {
	it('has an easy-to-read track beside its own language, in sight on every page', () => {
		const choices = listLanguageChoices(['sv', 'sv-simple'], 'sv-simple');
		expect(choices.slice(0, 3)).toMatchObject([
			{ tag: 'sv', name: 'Svenska', isCurrent: false, isNear: true },
			{ tag: 'sv-simple', name: 'Lättläst', isCurrent: true, isNear: true },
			{ tag: 'en', name: 'English', isCurrent: false, isNear: true }
		]);
		expect(new Set(choices.map(({ tag }) => tag)).size).toBe(choices.length);
	});

	it('has no such track where the questions are in none', () => {
		expect(listLanguageChoices(['sv'], 'sv-simple').filter(({ tag }) => tag.endsWith('simple'))).toEqual([]);
	});
});
