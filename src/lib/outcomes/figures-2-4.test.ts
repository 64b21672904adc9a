/** Figures 2–4 of Socialstyrelsen, Systematisk uppföljning, from made-up clients: what each figure must say. */
import { describe, expect, it } from 'vitest';
import { buildMainProblemClients, mainProblems, type MadeUpClient } from '#tests/build/main-problem.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { countChoices } from './count-choices.ts';
import { crossTable } from './cross-table.ts';
import { periodOf } from './periods.ts';
import { summarisePairs } from './summarise-pairs.ts';

const clients = buildMainProblemClients();
const yearOf = ({ admittedOn }: MadeUpClient) => [periodOf(admittedOn as LocalDate, 'year')];
const problemOf = ({ problem }: MadeUpClient) => (problem === null ? [] : [problem]);
const of2013 = clients.filter((client) => yearOf(client)[0] === '2013');

describe('Figure 2, the main problems of 25 clients', () => {
	const counted = countChoices(of2013, problemOf, mainProblems);

	it('has the five without an answer beside it, outside the shares', () => {
		expect(of2013).toHaveLength(25);
		expect(counted).toMatchObject({ answered: 20, missing: 5, hasSeveral: false });
	});

	it('has a bar for each answer with its count, share and interval', () => {
		expect(counted.choices.map(({ value, count, share }) => [value, count, share])).toEqual([
			['alkohol', 8, 0.4],
			['narkotika', 6, 0.3],
			['båda', 6, 0.3]
		]);
		// scipy 1.17.1: stats.binomtest(8, 20).proportion_ci(method='wilson')
		expect(counted.choices[0]?.interval?.low).toBeCloseTo(0.2188, 4);
		expect(counted.choices[0]?.interval?.high).toBeCloseTo(0.6134, 4);
	});
});

describe('Figure 3, the main problems over three years', () => {
	const table = crossTable(clients, {
		rows: { valuesOf: yearOf, order: [] },
		columns: { valuesOf: problemOf, order: mainProblems }
	});

	it('has a line for each problem: alcohol falls, the others rise', () => {
		expect(table.rowValues).toEqual(['2011', '2012', '2013']);
		expect(table.columnValues).toEqual(['alkohol', 'narkotika', 'båda']);
		expect(table.counts).toEqual([
			[12, 5, 3],
			[10, 6, 4],
			[8, 6, 6]
		]);
	});

	it('says how many are behind each year and how many are missing', () => {
		expect(table.rowTotals).toEqual([20, 20, 20]);
		expect(table.missing).toBe(15);
	});
});

describe('Figure 4, mean AUDIT before and after', () => {
	const withAlcohol = of2013.filter(({ problem }) => problem === 'alkohol' || problem === 'båda');
	const change = summarisePairs({
		rows: withAlcohol.map(({ audit }) => audit),
		direction: 'lower-better',
		criterion: { kind: 'any-point' }
	});

	it('has only the clients with both measurements', () => {
		expect(change.counts).toEqual({ pairs: 11, onlyBefore: 2, onlyAfter: 1, neither: 0 });
		// By hand: 242 / 11 and 152 / 11.
		expect(change.before.mean).toBe(22);
		expect(change.after.mean).toBeCloseTo(152 / 11, 12);
	});

	it('shows the worse beside the better', () => {
		const { improved, unchanged, worsened } = change.shares ?? {};
		expect([improved?.count, unchanged?.count, worsened?.count]).toEqual([9, 1, 1]);
	});

	it('has an interval for the mean difference', () => {
		// scipy 1.17.1: stats.t.interval(.95, 10, mean, sem) of the eleven differences
		expect(change.interval.kind === 'interval' && change.interval.low).toBeCloseTo(-11.784847564, 6);
		expect(change.interval.kind === 'interval' && change.interval.high).toBeCloseTo(-4.5787888, 6);
	});
});
