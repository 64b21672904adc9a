import { describe, expect, it } from 'vitest';
import { chooseReviewer, countStuck, maySign, type Reviewer } from './assign-reviewer.ts';

const named = (name: string): Reviewer => ({ staffId: name.toLowerCase(), name });
const [anna, bo, cecilia] = [named('Anna'), named('Bo'), named('Cecilia')];
const reviewers = [anna, bo, cecilia];
const nobody: ReadonlySet<string> = new Set();

describe('whose turn it is to review', () => {
	it('is nobody’s when nobody holds the role', () => {
		expect(chooseReviewer({ reviewers: [], others: ['anna'], visitors: nobody })).toBeNull();
	});

	it('goes round: first those who have had none, then the one who has waited longest', () => {
		const others: (string | null)[] = [];
		const turns: string[] = [];
		for (let month = 0; month < 7; month += 1) {
			const chosen = chooseReviewer({ reviewers, others, visitors: nobody });
			turns.push(chosen?.name ?? '');
			others.unshift(chosen?.staffId ?? null);
		}
		expect(turns).toEqual(['Anna', 'Bo', 'Cecilia', 'Anna', 'Bo', 'Cecilia', 'Anna']);
	});

	it('passes somebody whose own visits are to be reviewed, while there is another', () => {
		const facts = { others: ['cecilia', 'bo', 'anna'], visitors: new Set(['anna', 'bo']) };
		expect(chooseReviewer({ reviewers, ...facts })).toBe(cecilia);
		expect(chooseReviewer({ reviewers: [anna, bo], ...facts })).toBe(anna);
	});

	it('is signed by the assigned, or by any reviewer while nobody is', () => {
		expect(maySign('anna', 'anna')).toBe(true);
		expect(maySign('anna', 'bo')).toBe(false);
		expect(maySign('anna', null)).toBe(true);
	});

	it('knows visits that wait for another reviewer than there is', () => {
		const judged = { judgement: 'in-order', note: null, by: 'bo', on: '2026-04-01' } as never;
		const visits = [
			{ actorId: 'anna', judged: null },
			{ actorId: 'anna', judged },
			{ actorId: 'someone', judged: null }
		];
		expect(countStuck(visits, [anna])).toBe(1);
		expect(countStuck(visits, [anna, bo])).toBe(0);
		expect(countStuck(visits, [])).toBe(0);
	});
});
