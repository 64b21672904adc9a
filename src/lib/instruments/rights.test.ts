import { describe, expect, it } from 'vitest';
import {
	makeChoice,
	makeInstrument,
	makeInstrumentJson,
	makeMatrix,
	makeOptions
} from '#tests/build/instrument.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Instrument } from './instrument.ts';
import { parseWording } from './parse-wording.ts';
import type { Question } from './questionnaire.ts';
import { mayAdminister } from './rights.ts';
import type { Permit } from './rights.ts';
import { findMissingWording, withWording } from './wording.ts';
import type { Wording } from './wording.ts';

const restrictedRights = {
	holder: 'Någon',
	class: 'C',
	licence: 'Tillstånd krävs',
	notices: [],
	electronic: 'permit-required',
	mayShipText: false,
	commercial: false,
	mayEdit: false
};

const line: Question = {
	...makeChoice('k_2', [1, 7]),
	kind: 'rating',
	options: makeOptions([1, 4, 7]),
	lowLabel: null,
	highLabel: null
};

/** Made up: one question of choices, one line with end points and a matrix, all without text. */
const restricted: Instrument = makeInstrument(makeInstrumentJson({ rights: restrictedRights }), [
	makeChoice('k_1', [1, 2]),
	line,
	makeMatrix('k_3', ['a', 'b'], [1, 2])
]);

const wording: Wording = {
	language: 'sv',
	title: 'PÅHITTAT formulär',
	questions: {
		k_1: { title: 'PÅHITTAD fråga ett', options: { 1: 'PÅHITTAT ja', 2: 'PÅHITTAT nej' } },
		k_2: { title: 'PÅHITTAD fråga två', lowLabel: 'PÅHITTAT aldrig', highLabel: 'PÅHITTAT alltid' },
		k_3: { title: 'PÅHITTAD matris', options: { 1: 'x', 2: 'y' }, rows: { a: 'rad a', b: 'rad b' } }
	}
};

function permit(changes: Partial<Permit> = {}): Permit {
	return {
		instrumentId: 'made-up',
		instrumentVersion: '1',
		holder: 'Påhittade kommunen',
		grantedOn: '2026-01-15' as LocalDate,
		reference: 'PÅHITT 1',
		wording,
		...changes
	};
}

describe('an instrument that may not be given electronically without a permit', () => {
	it.each(['link', 'kiosk', 'interview'] as const)('is closed for %s until a permit is registered', (mode) => {
		expect(mayAdminister(restricted, mode, [])).toEqual({ ok: false, problem: 'permit-required' });
		expect(mayAdminister(restricted, mode, [permit({ instrumentId: 'other' })])).toMatchObject({ ok: false });
		expect(mayAdminister(restricted, mode, [permit({ instrumentVersion: '2' })])).toMatchObject({ ok: false });
		expect(mayAdminister(restricted, mode, [permit()])).toMatchObject({ ok: true });
	});

	it('stays closed while the permit lacks some of the wording', () => {
		const { k_2: _left, ...rest } = wording.questions;
		const half = { ...wording, questions: rest };
		for (const own of [null, half]) {
			expect(mayAdminister(restricted, 'link', [permit({ wording: own })])).toEqual({
				ok: false,
				problem: 'wording-missing'
			});
		}
	});

	it('can always be entered from paper', () => {
		expect(mayAdminister(restricted, 'paper', [])).toEqual({ ok: true, value: restricted });
	});

	it('uses the permit that has wording', () => {
		expect(mayAdminister(restricted, 'link', [permit({ wording: null }), permit()]).ok).toBe(true);
	});
});

describe('an instrument whose text is shipped', () => {
	const open = makeInstrument(makeInstrumentJson(), [makeChoice('k_1', [1, 2])]);

	it('is open in every mode', () => {
		expect(mayAdminister(open, 'kiosk', [])).toEqual({ ok: true, value: open });
	});

	it('never takes wording from a permit', () => {
		expect(withWording(open, wording)).toBe(open);
	});
});

describe('wording put into an instrument without text', () => {
	const worded = withWording(restricted, wording);
	const [first, second, third] = worded.questionnaire.pages[0]?.elements ?? [];

	it('names what is missing before and nothing after', () => {
		expect(findMissingWording(restricted)).toEqual(['k_1', 'k_2', 'k_3']);
		expect(findMissingWording(worded)).toEqual([]);
	});

	it('gives questions, options, end points and rows their text', () => {
		expect(first).toMatchObject({
			title: { sv: 'PÅHITTAD fråga ett' },
			options: [
				{ code: 1, label: { sv: 'PÅHITTAT ja' } },
				{ code: 2, label: { sv: 'PÅHITTAT nej' } }
			]
		});
		expect(second).toMatchObject({ lowLabel: { sv: 'PÅHITTAT aldrig' }, options: [{ label: null }, {}, {}] });
		expect(third).toMatchObject({ rows: [{ label: { sv: 'rad a' } }, { label: { sv: 'rad b' } }] });
		expect(worded.questionnaire).toMatchObject({ languages: ['sv'], title: { sv: 'PÅHITTAT formulär' } });
	});

	it('does not change scoring, and leaves the instrument it was given as it was', () => {
		expect(worded.items).toBe(restricted.items);
		expect(restricted.questionnaire.pages[0]?.elements[0]?.title).toBeNull();
	});

	it('adds a second language, and never replaces a text that is there', () => {
		const english = { ...wording, language: 'en', questions: { k_1: { title: 'MADE UP' } } };
		const changed = { ...wording, questions: { k_1: { title: 'Ändrad' } } };
		const both = withWording(withWording(worded, english), changed);
		expect(both.questionnaire.languages).toEqual(['sv', 'en']);
		expect(both.questionnaire.pages[0]?.elements[0]?.title).toEqual({ sv: 'PÅHITTAD fråga ett', en: 'MADE UP' });
	});
});

describe('registered wording', () => {
	it('is read back as it was written', () => {
		expect(parseWording(JSON.parse(JSON.stringify(wording)))).toEqual({ ok: true, value: wording });
	});

	it('is refused with the places that are not texts', () => {
		const broken = { language: 'sv', questions: { k_1: { title: 3, options: { 1: ' ' } } }, extra: true };
		expect(parseWording(broken)).toEqual({
			ok: false,
			problem: ['/questions/k_1/title', '/questions/k_1/options/1', '/extra']
		});
	});
});
