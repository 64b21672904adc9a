import { expect, it } from 'vitest';
import { wantsPictures, writeJourneyQuery, writeKeptQuery } from './journey-query.ts';

it.each([
	[{ language: null, hasPictures: false }, ''],
	[{ language: 'ar', hasPictures: false }, '?lang=ar'],
	[{ language: null, hasPictures: true }, '?pictures=yes'],
	[{ language: 'sv-simple', hasPictures: true }, '?lang=sv-simple&pictures=yes'],
	[{ language: 'a&b', hasPictures: false }, '?lang=a%26b']
])('writes %o so that it can be read again', (choice, query) => {
	expect(writeJourneyQuery(choice)).toBe(query);
	expect(wantsPictures(new URLSearchParams(query))).toBe(choice.hasPictures);
});

it('takes pictures along to another language, and anything but yes is no', () => {
	expect(wantsPictures(new URLSearchParams(`lang=fi${writeKeptQuery(true)}`))).toBe(true);
	expect(writeKeptQuery(false)).toBe('');
	expect(wantsPictures(new URLSearchParams('pictures=no'))).toBe(false);
});
