import { describe, expect, it } from 'vitest';
import { decideClientFacts } from './decide-client-facts.ts';

describe('a further case for a known client', () => {
	it('fills in what was not known and keeps what was', () => {
		const facts = decideClientFacts({ sex: 'female', birthYear: null }, { sex: null, birthYear: 1990 });
		expect(facts).toEqual({ ok: true, value: { sex: 'female', birthYear: 1990 } });
	});

	it('refuses another sex than the known one', () => {
		const facts = decideClientFacts({ sex: 'female', birthYear: 1990 }, { sex: 'male', birthYear: 1990 });
		expect(facts).toEqual({ ok: false, problem: 'contradicts-known' });
	});

	it('refuses another birth year than the known one', () => {
		const facts = decideClientFacts({ sex: null, birthYear: 1990 }, { sex: null, birthYear: 1991 });
		expect(facts).toEqual({ ok: false, problem: 'contradicts-known' });
	});
});
