import { expect, it } from 'vitest';
import { listLanguageChoices } from './language-choice.ts';

it('offers every language and easy-to-read track once, also of several surveys with the same questions', () => {
	const tags = listLanguageChoices(['sv', 'sv-simple', 'en', 'sv', 'sv-simple', 'en'], null).map(
		({ tag }) => tag
	);
	expect(new Set(tags).size).toBe(tags.length);
	expect(tags.slice(0, 3)).toEqual(['sv', 'sv-simple', 'en']);
});
