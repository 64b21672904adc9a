import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { guessColumns } from './import-field.ts';
import { readRows } from './read-rows.ts';

const today = '2026-11-29' as LocalDate;
const headings = [
	'Ärendenummer',
	'Klientnummer',
	'Personnummer',
	'Kön',
	'Födelseår',
	'Öppnat',
	'Avslutat',
	'Insats',
	'Utförare',
	'Började',
	'Avslutades'
];
const whole = [
	'Ä-1',
	'K-1',
	'',
	'Kvinna',
	'1984',
	'2026-01-02',
	'',
	'Samtal',
	'Mottagningen',
	'20260110',
	''
];

/** The row with some cells written otherwise, by heading. */
function read(...changes: Readonly<Record<string, string>>[]) {
	const rows = changes.map((change) => whole.map((cell, at) => change[headings[at] ?? ''] ?? cell));
	return readRows(rows, guessColumns(headings), today);
}
const problemsOf = (change: Readonly<Record<string, string>>) =>
	read(change).problems.map(({ field, code }) => [field, code]);

describe('a row of a file', () => {
	it('is read as it stands', () => {
		expect(read({})).toEqual({
			problems: [],
			emptyRows: 0,
			rows: [
				{
					row: 2,
					caseNumber: 'Ä-1',
					clientNumber: 'K-1',
					name: null,
					personalNumber: null,
					sex: 'female',
					birthYear: 1984,
					concern: null,
					openedOn: '2026-01-02',
					closedOn: null,
					intervention: {
						name: 'Samtal',
						provider: 'Mottagningen',
						decidedOn: null,
						startedOn: '2026-01-10',
						endedOn: null
					}
				}
			]
		});
	});

	it('takes sex and year of birth from the personal identity number', () => {
		// A man born in 1964, from Skatteverket's worked example (SKV 704).
		const person = { Personnummer: '640823-3234', Kön: '', Födelseår: '' };
		expect(read(person).rows[0]).toMatchObject({
			personalNumber: '196408233234',
			sex: 'male',
			birthYear: 1964
		});
		expect(problemsOf({ ...person, Kön: 'K' })).toEqual([['sex', 'contradicts-number']]);
		expect(problemsOf({ ...person, Födelseår: '1965' })).toEqual([['birthYear', 'contradicts-number']]);
	});

	it('keeps the day of a moment', () => {
		expect(read({ Öppnat: '2026-01-02 00:00:00' }).rows[0]?.openedOn).toBe('2026-01-02');
		expect(read({ Öppnat: '2026-01-02T23:30' }).rows[0]?.openedOn).toBe('2026-01-02');
	});

	it.each([
		[{ Ärendenummer: '' }, 'caseNumber', 'missing'],
		[{ Öppnat: '' }, 'openedOn', 'missing'],
		// Which is the day and which the month? Nobody guesses.
		[{ Öppnat: '02/01/2026' }, 'openedOn', 'not-a-date'],
		[{ Öppnat: '2026-02-30' }, 'openedOn', 'not-a-date'],
		[{ Öppnat: '2026-11-30' }, 'openedOn', 'in-the-future'],
		[{ Avslutat: '2026-01-01' }, 'closedOn', 'closed-before-opened'],
		[{ Kön: '1' }, 'sex', 'not-a-sex'],
		[{ Kön: 'constructor' }, 'sex', 'not-a-sex'],
		[{ Födelseår: '84' }, 'birthYear', 'not-a-year'],
		[{ Personnummer: '19640823-3235' }, 'personalNumber', 'not-a-personal-number'],
		[{ Klientnummer: '19640823-3234' }, 'clientNumber', 'is-a-personal-number'],
		[{ Ärendenummer: 'Ä'.repeat(41) }, 'caseNumber', 'too-long'],
		[{ Insats: '' }, 'interventionName', 'intervention-without-name'],
		[{ Utförare: '' }, 'provider', 'intervention-without-provider'],
		[{ Avslutades: '2026-01-09' }, 'endedOn', 'ended-before-start']
	])('with %o is refused at its cell', (change, field, code) => {
		expect(problemsOf(change)).toEqual([[field, code]]);
	});

	it('is counted as the spreadsheet counts, empty rows too', () => {
		const empty = Object.fromEntries(headings.map((heading) => [heading, ' ']));
		const wrong = { Kön: 'x', Födelseår: '1' };
		const { problems, emptyRows, rows } = read({}, empty, wrong);
		expect(rows.map(({ row }) => row)).toEqual([2]);
		expect(emptyRows).toBe(1);
		expect(problems).toEqual([
			{ row: 4, field: 'sex', code: 'not-a-sex', value: 'x' },
			{ row: 4, field: 'birthYear', code: 'not-a-year', value: '1' }
		]);
	});

	it('without any intervention is a case alone', () => {
		const none = { Insats: '', Utförare: 'Mottagningen', Började: '', Avslutades: '' };
		expect(read(none)).toMatchObject({ problems: [], rows: [{ intervention: null }] });
	});
});
