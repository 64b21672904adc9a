import { expect, it } from 'vitest';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { listPaperGaps } from './paper-gaps.ts';
import { listPaperRows, readPaperEntry } from './paper.ts';

const loaded = loadInstrument('instruments/audit/1.0.0');
if (!loaded.ok) throw new Error('AUDIT does not load');
const audit = loaded.value;
const rows = listPaperRows(audit);

function gaps(typed: Readonly<Record<string, string>>): string[] {
	return listPaperGaps(audit.questionnaire, rows, readPaperEntry(rows, typed)).map(({ number }) => number);
}

it('takes the rows and the numbers from the form', () => {
	expect(rows.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
});

it('names the questions left empty', () => {
	const all = Object.fromEntries(rows.map(({ name }) => [name, '2']));
	expect(gaps(all)).toEqual([]);
	expect(gaps({ ...all, audit_4: '', audit_7: ' ' })).toEqual(['4', '7']);
});

it('does not miss what the form skips', () => {
	expect(gaps({ audit_1: '0', audit_9: '0', audit_10: '0' })).toEqual([]);
});
