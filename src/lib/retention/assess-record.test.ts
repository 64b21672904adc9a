/** The clock is moved to the day before and the day after every deadline. All records are made up. */
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import { addYears, assessRecord, toDeadlines, type RecordFacts } from './assess-record.ts';
import { findRule, type RetentionOverride } from './override.ts';
import { researchBirthdays, retentionRules, type Regime } from './retention-rules.ts';

const day = (text: string) => text as LocalDate;
const stockholm = { municipalityCode: '0180' };
const closed: RecordFacts = {
	hasOpenCase: false,
	lastNoteOn: day('2021-03-02'),
	birthDay: 14,
	isHeld: false
};
const ruleOn = (today: string, regime: Regime = 'sol', overrides: readonly RetentionOverride[] = []) =>
	findRule(retentionRules, overrides, regime, day(today));
const assess = (
	today: string,
	record: Partial<RecordFacts> = {},
	board: { municipalityCode: string | null } = stockholm
) => assessRecord(ruleOn(today), board, { ...closed, ...record }, day(today));

describe('SoL: five years after the last note, done by the end of the next calendar year', () => {
	it.each([
		['2026-03-01', { kind: 'keep', because: 'not-yet' }],
		['2026-03-02', { kind: 'erase', isOverdue: false, eligibleOn: '2026-03-02', dueOn: '2027-12-31' }],
		['2027-12-31', { kind: 'erase', isOverdue: false, eligibleOn: '2026-03-02', dueOn: '2027-12-31' }],
		['2028-01-01', { kind: 'erase', isOverdue: true, eligibleOn: '2026-03-02', dueOn: '2027-12-31' }]
	])('on %s', (today, expected) => {
		expect(assess(today)).toEqual(expected);
	});

	it.each([
		['2020-12-31', '2025-12-31', '2026-12-31'],
		['2021-01-01', '2026-01-01', '2027-12-31'],
		['2020-02-29', '2025-03-01', '2026-12-31'],
		['2024-02-29', '2029-03-01', '2030-12-31']
	])('last note %s: from %s, by %s', (lastNote, eligibleOn, dueOn) => {
		expect(toDeadlines('end-of-next-calendar-year', 5, day(lastNote))).toEqual({ eligibleOn, dueOn });
		const on = (today: LocalDate) => assess(today, { lastNoteOn: day(lastNote) });
		expect(on(addDays(day(eligibleOn), -1))).toEqual({ kind: 'keep', because: 'not-yet' });
		expect(on(day(eligibleOn))).toMatchObject({ kind: 'erase', isOverdue: false });
		expect(on(day(dueOn))).toMatchObject({ kind: 'erase', isOverdue: false });
		expect(on(addDays(day(dueOn), 1))).toMatchObject({ kind: 'erase', isOverdue: true });
	});
});

describe('what is kept', () => {
	it.each(Array.from({ length: 31 }, (_, index) => index + 1))('born on the %i', (birthDay) => {
		const expected = researchBirthdays.includes(birthDay)
			? { kind: 'keep', because: 'research-birthday' }
			: { kind: 'erase' };
		expect(assess('2026-06-01', { birthDay })).toMatchObject(expected);
	});

	it('are the 5th, the 15th and the 25th', () => {
		expect(researchBirthdays).toEqual([5, 15, 25]);
	});

	it.each([
		['0580', 'Linköping', true],
		['0980', 'Gotland', true],
		['2281', 'Sundsvall', true],
		['1480', 'Göteborg', true],
		['1481', 'Mölndal', false],
		['0180', 'Stockholm', false],
		['1280', 'Malmö', false]
	])('%s %s: %s', (municipalityCode, _name, isKept) => {
		expect(assess('2026-06-01', {}, { municipalityCode })).toMatchObject(
			isKept ? { kind: 'keep', because: 'research-county' } : { kind: 'erase' }
		);
	});

	it.each([
		['an open case', { hasOpenCase: true }, 'open-case'],
		['nothing ever noted', { lastNoteOn: null }, 'no-note'],
		['what somebody has decided to keep', { isHeld: true }, 'held']
	])('%s', (_what, record, because) => {
		expect(assess('2040-01-01', record)).toEqual({ kind: 'keep', because });
	});
});

describe('what is not known', () => {
	it('asks when the day of birth is unknown, and keeps until somebody answers', () => {
		expect(assess('2026-06-01', { birthDay: null })).toEqual({
			kind: 'ask',
			because: 'birth-day-unknown',
			isOverdue: false,
			eligibleOn: '2026-03-02',
			dueOn: '2027-12-31'
		});
		expect(assess('2028-01-01', { birthDay: null })).toMatchObject({ kind: 'ask', isOverdue: true });
	});

	it('asks when nobody has said which municipality it is', () => {
		expect(assess('2026-06-01', {}, { municipalityCode: null })).toMatchObject({
			kind: 'ask',
			because: 'municipality-unknown'
		});
	});

	it('does not ask before the time has come', () => {
		expect(assess('2026-03-01', { birthDay: null })).toEqual({ kind: 'keep', because: 'not-yet' });
	});
});

describe('LSS, private: two years, at once', () => {
	const on = (today: string) => assessRecord(ruleOn(today, 'lss-private'), stockholm, closed, day(today));
	it.each([
		['2023-03-01', { kind: 'keep', because: 'not-yet' }],
		['2023-03-02', { kind: 'erase', isOverdue: false }],
		['2023-03-03', { kind: 'erase', isOverdue: true }]
	])('on %s', (today, expected) => {
		expect(on(today)).toMatchObject(expected);
	});

	it('has no research exceptions and so asks for no day of birth', () => {
		const record = { ...closed, birthDay: null };
		expect(
			assessRecord(ruleOn('2026-01-01', 'lss-private'), { municipalityCode: null }, record, day('2026-01-01'))
		).toMatchObject({
			kind: 'erase'
		});
	});
});

describe('rules in time', () => {
	it.each([
		['2025-06-30', 'sol-record-2001'],
		['2025-07-01', 'sol-record'],
		['2001-12-31', undefined]
	])('on %s %s holds', (today, id) => {
		expect(ruleOn(today)?.id).toBe(id);
	});

	it('never apply a proposal', () => {
		const proposed = retentionRules.filter(({ certainty }) => certainty === 'proposed');
		expect(proposed.map(({ validFrom }) => validFrom)).toEqual([null]);
	});

	it('each have a law and say how sure it is', () => {
		expect(retentionRules.every(({ law, certainty }) => law !== '' && certainty.length > 0)).toBe(true);
		expect(new Set(retentionRules.map(({ id }) => id)).size).toBe(retentionRules.length);
	});
});

describe('an archive plan', () => {
	const plan = (given: Partial<RetentionOverride>): RetentionOverride => ({
		ruleId: 'sol-record',
		years: 10,
		reference: 'Plan 2026 § 41 (påhittad)',
		validFrom: day('2026-01-01'),
		validTo: day('2030-12-31'),
		...given
	});
	const on = (today: string, ...overrides: RetentionOverride[]) =>
		assessRecord(ruleOn(today, 'sol', overrides), stockholm, closed, day(today));

	it('decides the years while it holds', () => {
		expect(on('2026-06-01', plan({}))).toEqual({ kind: 'keep', because: 'not-yet' });
		expect(on('2031-03-01', plan({ validTo: null }))).toEqual({ kind: 'keep', because: 'not-yet' });
		expect(on('2031-03-02', plan({ validTo: null }))).toMatchObject({ kind: 'erase', dueOn: '2032-12-31' });
	});

	it('decides nothing before or after, or about another rule', () => {
		expect(on('2026-06-01', plan({ validFrom: day('2026-06-02') }))).toMatchObject({ kind: 'erase' });
		expect(on('2026-06-01', plan({ validTo: day('2026-05-31') }))).toMatchObject({ kind: 'erase' });
		expect(on('2026-06-01', plan({ ruleId: 'lss-private-record' }))).toMatchObject({ kind: 'erase' });
	});

	it('may keep everything', () => {
		expect(on('2026-06-01', plan({ years: null }))).toEqual({ kind: 'keep', because: 'no-rule' });
	});

	it('is replaced by a later one', () => {
		const later = plan({ years: 5, validFrom: day('2026-05-01') });
		expect(on('2026-06-01', later, plan({}))).toMatchObject({ kind: 'erase' });
	});
});

describe('addYears', () => {
	it('gives full years', () => {
		expect(addYears(day('2000-02-29'), 100)).toBe('2100-03-01');
		expect(addYears(day('2000-02-29'), 400)).toBe('2400-02-29');
	});
});
