import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import { caseFormSchema, looksLikePersonalNumber } from './case-form.ts';

const today = parseLocalDate('2026-11-23') as LocalDate;
// Made-up case.
const written = {
	caseNumber: 'SN 2026-0412',
	concern: '',
	openedOn: '2026-11-20',
	clientNumber: 'K-1007',
	sex: 'unknown',
	birthYear: ''
};
const problems = (changes: Partial<typeof written>) => {
	const parsed = v.safeParse(caseFormSchema(today), { ...written, ...changes });
	return Object.keys((parsed.success ? {} : v.flatten(parsed.issues).nested) ?? {});
};

describe('the form that opens a case', () => {
	it('takes sex and birth year as not known', () => {
		expect(v.parse(caseFormSchema(today), written)).toMatchObject({
			sex: null,
			birthYear: null,
			concern: null
		});
	});

	it('wants the sex question answered, if only with "not stated"', () => {
		expect(problems({ sex: '' })).toEqual(['sex']);
	});

	it('refuses a day that does not exist and one that has not come', () => {
		expect(problems({ openedOn: '2026-02-30' })).toEqual(['openedOn']);
		expect(problems({ openedOn: '2026-11-24' })).toEqual(['openedOn']);
	});

	it('refuses a birth year with two digits or in the future', () => {
		expect(problems({ birthYear: '84' })).toEqual(['birthYear']);
		expect(problems({ birthYear: '2027' })).toEqual(['birthYear']);
	});

	it('refuses a personal identity number as client number', () => {
		expect(problems({ clientNumber: '19840412-1234' })).toEqual(['clientNumber']);
	});
});

describe('what looks like a personal identity number', () => {
	it.each(['840412-1234', '198404121234', '840472-1234', '19840472 1234'])('sees %s', (text) => {
		expect(looksLikePersonalNumber(text)).toBe(true);
	});

	it.each(['K-1007', '1234567890', '20260412', '849912-1234'])('lets %s through', (text) => {
		expect(looksLikePersonalNumber(text)).toBe(false);
	});
});
