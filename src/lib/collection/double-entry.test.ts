import { expect, it } from 'vitest';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { compareEntries } from './double-entry.ts';
import { listPaperRows } from './paper.ts';

const loaded = loadInstrument('instruments/generella-variabler/1.0.0');
if (!loaded.ok) throw new Error('The general variables do not load');
const rows = listPaperRows(loaded.value);

it('finds the rows that were read differently, and no others', () => {
	const first = { gv_2: '1, 14', gv_5: '34', gv_7: '3', gv_8: '' };
	expect(compareEntries(rows, first, { gv_2: '14 1', gv_5: '34', gv_7: ' 3 ', gv_8: '' })).toEqual([]);
	expect(compareEntries(rows, first, { gv_2: '1', gv_5: '43', gv_7: '', gv_8: '1' })).toEqual([
		'gv_2',
		'gv_5',
		'gv_7',
		'gv_8'
	]);
});
