import { describe, expect, it } from 'vitest';
import { generalSubjects } from './information-subject.ts';
import { listFaults } from './information.ts';
import { suggestInformation } from './suggest-information.ts';

describe.each(generalSubjects)('the first draft about %s', (subject) => {
	const draft = suggestInformation(subject, 'Påhittade nämnden');

	it('has every field in Swedish and English, and only gaps for the board to fill in', () => {
		expect(Object.keys(draft)).toEqual(['sv', 'en']);
		const kinds = new Set(listFaults(draft).map(({ kind }) => kind));
		expect([...kinds]).toEqual(['left-to-fill-in']);
	});

	it('says who asks, and never speaks of consent', () => {
		expect(draft['sv']?.controller).toContain('Påhittade nämnden');
		expect(JSON.stringify(draft)).not.toMatch(/samtyck|consent/i);
	});
});

it('says that answers are anonymous only where they are', () => {
	const { sv, en } = suggestInformation('cases', 'Påhittade nämnden');
	expect(JSON.stringify([sv, en])).not.toMatch(/anonym/i);
	expect(suggestInformation('surveys', 'Påhittade nämnden')['sv']?.recipients).toMatch(/anonym/);
});
