import { expect, it } from 'vitest';
import type { ScoredItem } from '#lib/instruments/instrument.ts';
import { recallDays } from './recall-days.ts';

function item(name: string, days: number | null): ScoredItem {
	return { name, number: name, scoreByCode: new Map(), lowest: 0, highest: 4, recallDays: days };
}
const year = { days: 365, label: { sv: 'senaste året' }, source: 'made up' };

it('takes the longest period of the scale’s own questions', () => {
	const instrument = { items: [item('a', null), item('b', 30), item('c', 365)], recall: year };
	expect(recallDays(instrument, { items: ['a', 'b'] })).toBe(30);
	expect(recallDays(instrument, { items: ['a', 'b', 'c'] })).toBe(365);
});

it('has no period when the scale’s questions name none, as AUDIT 1–3', () => {
	const instrument = { items: [item('a', null), item('b', 365)], recall: year };
	expect(recallDays(instrument, { items: ['a'] })).toBeNull();
});

it('takes the instrument’s period when no question carries one', () => {
	const instrument = { items: [item('a', null)], recall: year };
	expect(recallDays(instrument, { items: ['a'] })).toBe(365);
	expect(recallDays({ ...instrument, recall: null }, { items: ['a'] })).toBeNull();
});
