import { describe, expect, it } from 'vitest';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { checkItems, checkSurvey, mayPublish, type CheckFacts } from './check-survey.ts';
import type { Survey } from './survey.ts';

const survey: Survey = {
	id: 'x' as SurveyId,
	state: 'draft',
	title: 'Påhittad',
	purpose: 'follow-up',
	anonymity: 'open-anonymous',
	instruments: [{ id: 'simrishamn-sol', version: '1.0.0' }],
	languages: ['sv'],
	opensOn: '2026-03-01' as LocalDate,
	closesOn: '2026-03-31' as LocalDate,
	quickExit: 'by-subject',
	informationId: null,
	targetGroup: null,
	providers: [{ providerId: 'a' as ProviderId, name: 'A', invited: 40, mostAnswers: null }]
};
const confidential: Survey = {
	...survey,
	anonymity: 'confidential',
	targetGroup: {
		unitId: null,
		interventions: 'under-way',
		from: '2025-03-01' as LocalDate,
		to: '2026-03-01' as LocalDate
	}
};
const facts: CheckFacts = {
	survey,
	today: '2026-02-20' as LocalDate,
	instrumentProblem: null,
	openingProblem: null,
	informationLanguages: ['sv', 'en'],
	hasKeyPlace: true,
	speaksOfAnonymity: false,
	smallestGroup: 5
};
const stateOf = (item: string, given: Partial<CheckFacts>) =>
	checkSurvey({ ...facts, ...given }).find((check) => check.item === item);

describe('the checklist', () => {
	it('has every line in one mode or another, and all of them done when all is well', () => {
		const checks = checkSurvey(facts);
		const lines = [...checks, ...checkSurvey({ ...facts, survey: confidential })].map(({ item }) => item);
		expect([...new Set(lines)].toSorted()).toEqual(checkItems.toSorted());
		expect(checks.every(({ state }) => state === 'done')).toBe(true);
		expect(mayPublish(checks)).toBe(true);
	});

	it.each([
		['instrument', { instrumentProblem: 'permit-required' }],
		['information', { openingProblem: 'information-incomplete' }],
		['purpose', { openingProblem: 'purpose-required' }],
		['assessment', { openingProblem: 'assessment-required' }],
		['providers', { survey: { ...survey, providers: [] } }],
		['period', { survey: { ...survey, closesOn: '2026-02-19' as LocalDate } }],
		['key', { hasKeyPlace: false }]
	] as const)('stops the publishing when the %s is not in place', (item, given) => {
		expect(stateOf(item, given)).toMatchObject({ state: 'stops' });
		expect(mayPublish(checkSurvey({ ...facts, ...given }))).toBe(false);
	});

	it('stops a confidential survey without a target group, and one that is told to be anonymous', () => {
		const check = (given: Partial<CheckFacts>) => checkSurvey({ ...facts, survey: confidential, ...given });
		expect(mayPublish(check({ hasKeyPlace: false }))).toBe(true);
		expect(mayPublish(check({ survey: { ...confidential, targetGroup: null } }))).toBe(false);
		expect(mayPublish(check({ speaksOfAnonymity: true }))).toBe(false);
	});

	it('warns of languages that nothing is told in, and of groups whose size is not known or that are small', () => {
		const provider = (name: string, invited: number | null) => ({
			providerId: name as ProviderId,
			name,
			invited,
			mostAnswers: null
		});
		const given = {
			survey: {
				...survey,
				languages: ['sv', 'ar'],
				providers: [provider('A', null), provider('B', 9), provider('C', 10)]
			}
		};
		expect(stateOf('languages', given)).toMatchObject({ state: 'advice', names: ['ar'] });
		expect(stateOf('group-sizes', given)).toMatchObject({ state: 'advice', names: ['A'] });
		expect(stateOf('small-groups', given)).toMatchObject({ state: 'advice', names: ['B'] });
		expect(mayPublish(checkSurvey({ ...facts, ...given }))).toBe(true);
	});
});
