import { describe, expect, it } from 'vitest';
import { buildTabell6Targets } from '#tests/build/tabell6.ts';
import { findInstrument, loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import { findGoalScale, findGoalWording } from './goal-wording.ts';

const instrument = findInstrument(loadCatalogue(['instruments']), 'simrishamn-sol');
const [, , , , participation] = buildTabell6Targets();
if (!participation) throw new Error('Tabell 6 has five goals');

describe('the words of a goal', () => {
	// Socialstyrelsen, Systematisk uppföljning – beskrivning och exempel, example 5.
	it('come from the instrument: name, question, supporting question and answers by score', () => {
		expect(findGoalWording(instrument, participation, 'sv')).toEqual({
			name: 'Delaktighet',
			question: expect.stringContaining(
				'Jag upplever att jag är delaktig i insatsernas utformande och genomförande'
			),
			help: expect.stringContaining('Tycker du att du kan framföra dina önskemål'),
			answers: [
				{ score: 3, label: 'stämmer alltid' },
				{ score: 2, label: 'stämmer oftast' },
				{ score: 1, label: 'stämmer ibland' },
				{ score: 0, label: 'stämmer aldrig' }
			]
		});
	});

	it('are the goal itself when the instrument is gone', () => {
		expect(findGoalWording(null, participation, 'sv')).toEqual({
			name: 'Delaktighet',
			question: null,
			help: null,
			answers: []
		});
	});
});

describe('the scale of a goal', () => {
	it('is what the question’s answers score', () => {
		expect(findGoalScale(instrument, participation)).toMatchObject({ lowest: 0, highest: 3 });
	});

	it('does not exist for a question that is not there', () => {
		expect(findGoalScale(instrument, { ...participation, item: 'sol_9' })).toBeUndefined();
		expect(findGoalScale(null, participation)).toBeUndefined();
	});
});
