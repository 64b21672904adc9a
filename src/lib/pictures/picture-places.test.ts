import { describe, expect, it } from 'vitest';
import { makeChoice, makeMatrix, makeQuestionnaire, makeText } from '#tests/build/instrument.ts';
import { hasPicturePlace, listAlike, listPicturePlaces, needsPicturePermission } from './picture-places.ts';

const questionnaire = makeQuestionnaire([
	makeChoice('trivsel', [0, 'mycket']),
	makeMatrix('tabell', ['rad'], [1, 2]),
	makeText('ord')
]);

describe('where a form may have pictures', () => {
	it('is at every question, and at options that are shown as cards', () => {
		expect(
			listPicturePlaces(questionnaire).map(({ question, options }) => [
				question.name,
				options.map(({ code }) => code)
			])
		).toEqual([
			['trivsel', [0, 'mycket']],
			['tabell', []],
			['ord', []]
		]);
	});

	it.each([
		['trivsel', null],
		['trivsel', '0'],
		['trivsel', 'mycket'],
		['tabell', null]
	])('is %s %s', (question, option) => {
		expect(hasPicturePlace(questionnaire, { question, option })).toBe(true);
	});

	it.each([
		['trivsel', '1'],
		['trivsel', ''],
		['tabell', '1'],
		['nej', null]
	])('is not %s %s', (question, option) => {
		expect(hasPicturePlace(questionnaire, { question, option })).toBe(false);
	});
});

it('knows the questions that have the very same answers', () => {
	const again = makeQuestionnaire([
		makeChoice('a', [0, 1]),
		makeChoice('b', [0, 1]),
		makeChoice('c', [1, 0]),
		makeText('d'),
		makeText('e')
	]);
	expect(listAlike(again, 'a')).toEqual(['a', 'b']);
	expect(listAlike(again, 'c')).toEqual(['c']);
	expect(listAlike(again, 'd')).toEqual([]);
	expect(listAlike(again, 'nej')).toEqual([]);
});

it.each([
	{ mayEdit: true, standardised: false, needed: false },
	{ mayEdit: false, standardised: false, needed: true },
	{ mayEdit: true, standardised: true, needed: true }
])(
	'asks what the owner of the words has agreed to: $mayEdit, $standardised',
	({ mayEdit, standardised, needed }) => {
		const rights = {
			holder: 'Påhittad',
			rightsClass: 'A',
			licence: 'Påhittad',
			notices: [],
			electronic: 'allowed',
			mayShipText: true,
			commercial: true,
			mayEdit,
			contact: null
		} as const;
		expect(needsPicturePermission({ rights, standardised })).toBe(needed);
	}
);
