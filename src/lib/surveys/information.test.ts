import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { decideOpening, type OpeningFacts } from './assessment.ts';
import {
	informationFieldNames,
	listFaults,
	maxFieldLength,
	pickInformationLanguage,
	type InformationText
} from './information.ts';

const whole = Object.fromEntries(
	informationFieldNames.map((field) => [field, `Påhittad text om ${field}.`])
) as unknown as InformationText;

describe('information before answering', () => {
	it('is whole with every field in Swedish', () => {
		expect(listFaults({ sv: whole })).toEqual([]);
		expect(listFaults({ sv: whole, en: whole })).toEqual([]);
	});

	it.each(informationFieldNames)('is not published without %s', (field) => {
		const missing = { field, kind: 'missing' };
		expect(listFaults({ sv: { ...whole, [field]: '' } })).toEqual([{ ...missing, language: 'sv' }]);
		expect(listFaults({ sv: { ...whole, [field]: ' \n' } })).toEqual([{ ...missing, language: 'sv' }]);
		expect(listFaults({ sv: whole, ar: { ...whole, [field]: '' } })).toEqual([
			{ ...missing, language: 'ar' }
		]);
	});

	it('has to be in Swedish, and whole in every language it is in', () => {
		expect(listFaults({})).toHaveLength(informationFieldNames.length);
		expect(listFaults({ en: whole }).every(({ language }) => language === 'sv')).toBe(true);
	});

	it('is not published with anything left to fill in, or too long to be read', () => {
		const left = { ...whole, controller: 'Ring [nämndens telefonnummer].' };
		expect(listFaults({ sv: left })).toEqual([
			{ language: 'sv', field: 'controller', kind: 'left-to-fill-in' }
		]);
		const long = { ...whole, rights: 'a'.repeat(maxFieldLength + 1) };
		expect(listFaults({ sv: long })).toEqual([{ language: 'sv', field: 'rights', kind: 'too-long' }]);
	});

	it('never gives consent as the legal ground', () => {
		for (const [language, legalGround] of [
			['sv', 'Ditt samtycke.'],
			['en', 'Your consent.']
		] as const) {
			expect(listFaults({ sv: whole, [language]: { ...whole, legalGround } })).toEqual([
				{ language, field: 'legalGround', kind: 'consent' }
			]);
		}
	});

	it('is read in the first of the wanted languages that it is in, otherwise in Swedish', () => {
		const content = { sv: whole, en: whole };
		expect(pickInformationLanguage(content, ['ar', 'en'])).toBe('en');
		expect(pickInformationLanguage(content, ['ar'])).toBe('sv');
		expect(pickInformationLanguage(content, ['toString'])).toBe('sv');
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
		information: { content: { sv: whole } },
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

	it('always asks what people are told, whole and in Swedish', () => {
		for (const anonymity of ['identified', 'open-anonymous'] as const) {
			expect(problemOf({ anonymity, information: null })).toBe('information-incomplete');
			expect(problemOf({ anonymity, information: { content: { en: whole } } })).toBe(
				'information-incomplete'
			);
		}
	});
});
