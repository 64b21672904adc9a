import { describe, expect, it } from 'vitest';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { toPrintedForm } from './printed-form.ts';

function print(id: string) {
	const loaded = loadInstrument(`instruments/${id}/1.0.0`);
	if (!loaded.ok) throw new Error(`${id} does not load`);
	return toPrintedForm(loaded.value, 'sv');
}

describe('a printed form', () => {
	it('has every question with its number and the codes that are entered', () => {
		const questions = print('audit').pages.flatMap((page) => page.questions);
		expect(questions.map(({ number }) => number)).toEqual([
			'1',
			'2',
			'3',
			'4',
			'5',
			'6',
			'7',
			'8',
			'9',
			'10'
		]);
		// AUDIT 9 and 10 have the codes 0, 2 and 4.
		expect(questions[8]?.options.map(({ code }) => code)).toEqual(['0', '2', '4']);
		expect(
			questions.every(({ text, options }) => text !== '' && options.every(({ label }) => label !== ''))
		).toBe(true);
	});

	it('says that some questions are skipped, where that is so', () => {
		expect(print('audit').hasConditions).toBe(true);
		expect(print('gad-7').hasConditions).toBe(false);
	});

	it('has a line for a day and several for none, and says where several may be ticked', () => {
		const [first] = print('generella-variabler').pages;
		expect(first?.questions.map(({ lines, how }) => [lines, how !== null])).toEqual([
			[1, true],
			[0, true]
		]);
	});
});
