import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { decideOpening, type OpeningFacts } from './assessment.ts';
import { informationFields, listMissing, type InformationText } from './information.ts';

const fields = Object.keys(informationFields);
const whole = Object.fromEntries(
	fields.map((field) => [field, `Påhittad text om ${field}.`])
) as unknown as InformationText;

describe('information before answering', () => {
	it('is whole with every field in Swedish', () => {
		expect(listMissing({ sv: whole })).toEqual([]);
		expect(listMissing({ sv: whole, en: whole })).toEqual([]);
	});

	it.each(fields)('is not published without %s', (field) => {
		expect(listMissing({ sv: { ...whole, [field]: '' } })).toEqual([`sv.${field}`]);
		expect(listMissing({ sv: { ...whole, [field]: ' \n' } })).toEqual([`sv.${field}`]);
		expect(listMissing({ sv: whole, ar: { ...whole, [field]: '' } })).toEqual([`ar.${field}`]);
	});

	it('has to be in Swedish, and whole in every language it is in', () => {
		expect(listMissing({})).toHaveLength(fields.length);
		expect(listMissing({ en: whole }).every((missing) => missing.startsWith('sv.'))).toBe(true);
	});
});

describe('decideOpening', () => {
	const assessment = {
		reference: 'Dnr 2026-17 (påhittat)',
		decidedOn: '2026-02-01' as LocalDate,
		owner: 'Påhittad Chef'
	};
	const facts: OpeningFacts = {
		purpose: 'follow-up',
		anonymity: 'identified',
		isSensitive: true,
		assessment
	};
	const problemOf = (given: Partial<OpeningFacts>) => {
		const decided = decideOpening({ ...facts, ...given });
		return decided.ok ? null : decided.problem;
	};

	it('opens an identified survey about sensitive things with an assessment, and not without', () => {
		expect(problemOf({})).toBeNull();
		expect(problemOf({ assessment: null })).toBe('assessment-required');
		expect(problemOf({ assessment: { ...assessment, reference: ' ' } })).toBe('assessment-required');
		expect(problemOf({ assessment: { ...assessment, owner: '' } })).toBe('assessment-required');
	});

	it('asks for no assessment where no person can be found, or nothing sensitive is asked', () => {
		expect(problemOf({ assessment: null, anonymity: 'open-anonymous' })).toBeNull();
		expect(problemOf({ assessment: null, isSensitive: false })).toBeNull();
	});

	it('always asks what it is for', () => {
		expect(problemOf({ purpose: null })).toBe('purpose-required');
		expect(problemOf({ purpose: 'forskning' as never })).toBe('purpose-required');
	});
});
