import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noYes, pageOf } from '#tests/build/questionnaire.ts';
import { values } from '#tests/build/random-expression.ts';
import { readAnswers } from './read-answers.ts';

/** Made up, one question of each kind. */
const questionnaire = pageOf(
	{ type: 'radiogroup', name: 'radio', choices: noYes, showOtherItem: true },
	{ type: 'checkbox', name: 'tick', choices: noYes },
	{ type: 'rating', name: 'steps', rateMax: 5 },
	{ type: 'boolean', name: 'yes' },
	{ type: 'text', name: 'line', maxLength: 5 },
	{ type: 'text', name: 'number', inputType: 'number' },
	{ type: 'text', name: 'day', inputType: 'date' },
	{ type: 'text', name: 'week', inputType: 'week' },
	{ type: 'text', name: 'clock', inputType: 'time' },
	{ type: 'comment', name: 'text' },
	{ type: 'slider', name: 'slider', max: 10, step: 2 },
	{ type: 'matrix', name: 'grid', rows: [{ value: 'r1', text: 'Ett' }], columns: noYes }
);

function reasons(input: unknown): string[] {
	const read = readAnswers(questionnaire, input);
	return read.ok
		? []
		: read.problem.map(({ question, row, reason }) => [question, row, reason].filter(Boolean).join(' '));
}

describe('readAnswers', () => {
	it('takes what the questions can hold', () => {
		const answers = {
			radio: 'other',
			'radio-Comment': 'åäö 😀',
			tick: [1, 0],
			steps: 5,
			yes: false,
			line: 'ÅÄÖ',
			number: -1.5,
			day: '2026-02-28',
			week: '2026-W53',
			clock: '23:59',
			text: 'rad 1\nrad 2',
			slider: 4,
			grid: { r1: 1 }
		};
		expect(readAnswers(questionnaire, answers)).toEqual({ ok: true, value: answers });
	});

	it('leaves out what is empty: it is no answer', () => {
		const empties = { radio: null, tick: [], line: '', text: '  ', grid: { r1: null }, number: undefined };
		expect(readAnswers(questionnaire, empties)).toEqual({ ok: true, value: {} });
	});

	it.each([null, 'x', 3, [], undefined])('refuses %j as answers', (input) => {
		expect(reasons(input)).toEqual(['not-answers']);
	});

	it('refuses names it does not know, inherited ones too', () => {
		const input = JSON.parse(
			'{"__proto__": 1, "constructor": 1, "toString": 1, "steps-Comment": "x"}'
		) as unknown;
		expect(reasons(input)).toEqual([
			'__proto__ unknown-question',
			'constructor unknown-question',
			'toString unknown-question',
			'steps-Comment unknown-question'
		]);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	it.each([
		[{ radio: '1' }, 'radio unknown-option'],
		[{ radio: 2 }, 'radio unknown-option'],
		[{ radio: [1] }, 'radio wrong-type'],
		[{ yes: 'true' }, 'yes unknown-option'],
		[{ tick: 1 }, 'tick wrong-type'],
		[{ tick: [1, 1] }, 'tick duplicate-option'],
		[{ tick: [1, 5] }, 'tick unknown-option'],
		[{ line: 'åäöåäö' }, 'line too-long'],
		[{ line: 3 }, 'line wrong-type'],
		[{ line: 'a\0' }, 'line unreadable-text'],
		[{ text: '\ud800' }, 'text unreadable-text'],
		[{ number: '3' }, 'number wrong-type'],
		[{ number: Number.NaN }, 'number not-a-number'],
		[{ number: Infinity }, 'number not-a-number'],
		[{ day: '2026-02-30' }, 'day not-a-date'],
		[{ week: '2026-W54' }, 'week not-a-date'],
		[{ clock: '24:00' }, 'clock not-a-date'],
		[{ slider: 12 }, 'slider out-of-range'],
		[{ slider: 3 }, 'slider out-of-range'],
		[{ slider: Number.NaN }, 'slider out-of-range'],
		[{ grid: [1] }, 'grid wrong-type'],
		[{ grid: { r2: 1 } }, 'grid r2 unknown-row'],
		[{ grid: JSON.parse('{"__proto__": 1}') as unknown }, 'grid __proto__ unknown-row'],
		[{ grid: { r1: 7 } }, 'grid r1 unknown-option'],
		[{ 'radio-Comment': 3 }, 'radio-Comment wrong-type'],
		[{ 'radio-Comment': 'x'.repeat(20_001) }, 'radio-Comment too-long']
	])('refuses %j', (input, reason) => {
		expect(reasons(input)).toEqual([reason]);
	});

	it('never stores anything but what it was given under the names it knows', () => {
		const names = questionnaire.pages.flatMap((page) => page.elements.map(({ name }) => name));
		const anything = fc.dictionary(fc.oneof(fc.constantFrom(...names, '__proto__'), fc.string()), values);
		fc.assert(
			fc.property(anything, (input) => {
				const read = readAnswers(questionnaire, input);
				if (!read.ok) return;
				for (const [name, value] of Object.entries(read.value)) expect(value).toEqual(input[name]);
			}),
			{ seed: 20261123, numRuns: 1000 }
		);
	});
});
