/**
 * Every rule and every exception with the clock at the day before and the day after each deadline, from the tables
 * themselves: a rule that somebody adds is tried without anybody having to write a test. All records are made up.
 */
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import { assessRecord, toDeadlines, type BoardFacts, type RecordFacts } from './assess-record.ts';
import { findRule } from './override.ts';
import {
	researchBirthdays,
	researchCounties,
	researchMunicipalities,
	retentionRules,
	type RetentionRule
} from './retention-rules.ts';

const elsewhere: BoardFacts = { municipalityCode: '0180' };
const onThe14th = { hasOpenCase: false, birthDay: 14, isHeld: false };
const applied = retentionRules.filter(({ validFrom }) => validFrom !== null);

/** A last note whose deadlines all fall while the rule holds. */
const noteUnder = ({ validFrom }: RetentionRule): LocalDate =>
	`${Number(validFrom?.slice(0, 4)) + 1}-03-02` as LocalDate;

function clockOf(rule: RetentionRule) {
	const lastNoteOn = noteUnder(rule);
	const deadlines = toDeadlines(rule.finish, rule.years, lastNoteOn);
	const on = (today: LocalDate, board = elsewhere, record: Partial<RecordFacts> = {}) =>
		assessRecord(
			findRule(retentionRules, [], rule.regime, today),
			board,
			{ ...onThe14th, lastNoteOn, ...record },
			today
		);
	return { ...deadlines, on };
}

describe.each(applied)('$id', (rule) => {
	const { eligibleOn, dueOn, on } = clockOf(rule);

	it('is the one that holds on all its days here', () => {
		for (const day of [addDays(eligibleOn, -1), eligibleOn, dueOn, addDays(dueOn, 1)]) {
			expect(findRule(retentionRules, [], rule.regime, day)?.id).toBe(rule.id);
		}
	});

	it('keeps the day before, erases the day itself, is late the day after the last', () => {
		expect(on(addDays(eligibleOn, -1))).toEqual({ kind: 'keep', because: 'not-yet' });
		expect(on(eligibleOn)).toEqual({ kind: 'erase', isOverdue: false, eligibleOn, dueOn });
		expect(on(dueOn)).toMatchObject({ kind: 'erase', isOverdue: false });
		expect(on(addDays(dueOn, 1))).toMatchObject({ kind: 'erase', isOverdue: true });
	});

	const places = [
		...Object.keys(researchCounties).map((county) => `${county}99`),
		...Object.keys(researchMunicipalities)
	];
	it.each(places)('in %s: kept for research where the rule says so', (municipalityCode) => {
		const expected = rule.exceptions.includes('research-county')
			? { kind: 'keep', because: 'research-county' }
			: { kind: 'erase' };
		for (const day of [eligibleOn, dueOn, addDays(dueOn, 1)]) {
			expect(on(day, { municipalityCode })).toMatchObject(expected);
		}
		expect(on(addDays(eligibleOn, -1), { municipalityCode })).toMatchObject({ because: 'not-yet' });
	});

	it.each(researchBirthdays.flatMap((day) => [day - 1, day, day + 1]))('born on the %i', (birthDay) => {
		const isKept = rule.exceptions.includes('research-birthday') && researchBirthdays.includes(birthDay);
		const expected = isKept ? { kind: 'keep', because: 'research-birthday' } : { kind: 'erase' };
		for (const day of [eligibleOn, dueOn, addDays(dueOn, 1)]) {
			expect(on(day, elsewhere, { birthDay })).toMatchObject(expected);
		}
		expect(on(addDays(eligibleOn, -1), elsewhere, { birthDay })).toMatchObject({ because: 'not-yet' });
	});
});

it('what is only proposed never decides, on any day', () => {
	const proposed = retentionRules.filter(({ certainty }) => certainty === 'proposed').map(({ id }) => id);
	expect(proposed.length).toBeGreaterThan(0);
	for (const year of [2020, 2026, 2040, 2060]) {
		const rule = findRule(retentionRules, [], 'sol', `${year}-06-01` as LocalDate);
		expect(proposed).not.toContain(rule?.id);
	}
});
