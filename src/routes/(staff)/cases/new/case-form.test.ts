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
const schema = caseFormSchema(today, { hasNumber: false });
const problems = (changes: Record<string, string>) => {
	const hasNumber = changes['personalNumber'] !== undefined;
	const parsed = v.safeParse(caseFormSchema(today, { hasNumber }), { ...written, ...changes });
	return Object.keys((parsed.success ? {} : v.flatten(parsed.issues).nested) ?? {});
};

describe('the form that opens a case', () => {
	it('takes sex and birth year as not known', () => {
		expect(v.parse(schema, written)).toMatchObject({
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

	it('needs no sex where there is a personal identity number, and refuses what contradicts it', () => {
		// A man born in 1964, from Skatteverket's worked example (SKV 704).
		const personalNumber = '640823-3234';
		expect(problems({ personalNumber, sex: '' })).toEqual([]);
		expect(problems({ personalNumber, sex: 'female' })).toEqual(['sex']);
		expect(problems({ personalNumber, sex: 'male', birthYear: '1965' })).toEqual(['birthYear']);
		expect(problems({ personalNumber: '640823-3235', sex: '' })).toEqual(['personalNumber']);
	});

	it('takes a first intervention whole or not at all', () => {
		expect(v.parse(schema, written).interventions).toEqual([]);
		expect(problems({ startedOn: '2026-11-01' })).toEqual(['interventionName', 'providerId']);
		const providerId = '11111111-1111-4111-8111-111111111111';
		const whole = { interventionName: 'Samtal', providerId, startedOn: '2026-11-01' };
		expect(v.parse(schema, { ...written, ...whole }).interventions).toEqual([
			{ name: 'Samtal', providerId, decidedOn: null, startedOn: '2026-11-01', endedOn: null }
		]);
		expect(problems({ ...whole, endedOn: '2026-10-01' })).toEqual(['endedOn']);
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
