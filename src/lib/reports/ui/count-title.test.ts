import { describe, expect, it } from 'vitest';
import type { CountedShare } from '#lib/outcomes/change-shares.ts';
import { hidden, show, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import type { CountsFigure } from '../report-figure.ts';
import { findMost, hiddenTitle, mostTitle, movedTitle, rangeTitle } from './count-title.ts';

const words = { labels: { gv_9: { '1': 'Missbruk', '2': 'Våld' } }, language: 'sv' } as const;

const cell = (count: number, of: number): Shown<CountedShare> =>
	show({ count, share: count / of, interval: null });

function figure(cells: readonly Shown<CountedShare>[], more: Partial<CountsFigure> = {}): CountsFigure {
	return {
		kind: 'counts',
		key: 'concern',
		drawn: 'bars',
		names: { kind: 'grouping', by: 'concern' },
		values: ['1', '2'],
		by: null,
		withUnknown: null,
		unit: 'persons',
		counts: { all: { value: '', people: show(50), cells }, groups: [] },
		isOverlapping: false,
		hasSeveral: false,
		missing: show(0),
		...more
	};
}

describe('the title of a counted figure', () => {
	it('says what most have', () => {
		expect(mostTitle(figure([cell(20, 50), cell(30, 50)]), words)).toBe('Vanligast: Våld, 60 %');
	});

	it('does not say that it is the most common where one that is hidden may be more', () => {
		const most = figure([cell(20, 50), hidden]);
		expect(findMost(most)?.isCertain).toBe(false);
		expect(mostTitle(most, words)).toBe('Vanligast av det som kan visas: Missbruk, 40 %');
		expect(findMost(figure([cell(40, 50), hidden]))?.isCertain).toBe(true);
	});

	it('says that there are too few, and for what, where nothing is shown', () => {
		expect(mostTitle(figure([hidden, hidden]), words)).toBe(
			'För få för att visa fördelningen efter problematik'
		);
		expect(hiddenTitle({ names: { kind: 'words', set: 'missed' } })).toBe(
			'För få för att visa varför de inte följdes upp'
		);
	});

	it('gives the number where the group is too small for a share', () => {
		const few = show({ count: 6, share: null, interval: null });
		expect(mostTitle(figure([few, cell(0, 8)]), words)).toBe('Vanligast: Missbruk, 6 personer');
	});

	it('says how far the groups lie apart, and nothing of a single one', () => {
		const group = (value: string, count: number) => ({
			value,
			people: show(20),
			cells: [cell(count, 20), hidden]
		});
		const divided = (groups: CountsFigure['counts']['groups']) =>
			figure([cell(20, 50), hidden], {
				by: 'sex',
				counts: { all: { value: '', people: show(50), cells: [cell(20, 50), hidden] }, groups }
			});
		const both = divided([group('female', 5), group('male', 15)]);
		expect(rangeTitle(both, 0, words)).toBe('Missbruk: från 25 % till 75 %, uppdelat efter kön');
		expect(rangeTitle(both, 1, words)).toBeNull();
		expect(rangeTitle(divided([group('female', 5)]), 0, words)).toBeNull();
	});

	it('says which part of the scale has changed most of those that are shown', () => {
		const time = (value: string, cells: readonly Shown<CountedShare>[]) => ({
			value,
			people: show(50),
			cells
		});
		const bands = (before: readonly Shown<CountedShare>[], after: readonly Shown<CountedShare>[]) =>
			figure(before, {
				names: { kind: 'words', set: 'bands' },
				values: ['0–7', '8–15', '16–19', '20–40'],
				counts: { all: time('', before), groups: [time('before', before), time('after', after)] }
			});
		const before = [cell(2, 50), hidden, cell(9, 50), cell(35, 50)];
		expect(movedTitle(bands(before, [hidden, cell(20, 50), cell(7, 50), cell(19, 50)]), words)).toBe(
			'20–40 poäng: 70 % före och 38 % efter'
		);
		expect(movedTitle(bands(before, [cell(30, 50), hidden, cell(7, 50), cell(10, 50)]), words)).toBe(
			'0–7 poäng: 4 % före och 60 % efter'
		);
		expect(movedTitle(bands(before, [hidden, hidden, hidden, hidden]), words)).toBe(
			'För få för att visa hur poängen låg före och efter'
		);
	});
});
