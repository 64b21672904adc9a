import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { toPersonFacts } from './person-facts.ts';

const answeredOn = '2026-02-01' as LocalDate;

describe('what is known of whoever answered', () => {
	it('is the client’s sex and the age reached during the year', () => {
		const facts = toPersonFacts('client', { sex: 'female', birthYear: 2001 }, answeredOn);
		expect(facts).toEqual({ sex: 'female', ageInYears: 25 });
	});

	it('has no age when the birth year is not known', () => {
		const facts = toPersonFacts('client', { sex: null, birthYear: null }, answeredOn);
		expect(facts).toEqual({ sex: null, ageInYears: null });
	});

	it('is nothing for a parent: the facts are the client’s, not theirs', () => {
		const facts = toPersonFacts('parent', { sex: 'female', birthYear: 2012 }, answeredOn);
		expect(facts).toEqual({ sex: null, ageInYears: null });
	});
});
