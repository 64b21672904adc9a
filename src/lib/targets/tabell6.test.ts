import { describe, expect, it } from 'vitest';
import { tabell6, tabell6Forms } from '../../../bin/demo-data/tabell6.ts';
import { largestPossibleN, possibleSums } from '#tests/build/grim.ts';
import { buildTabell6Distributions, buildTabell6Targets } from '#tests/build/tabell6.ts';
import grim from '#tests/vectors/h2_tabell6_grim.json' with { type: 'json' };
import narrowest from '#tests/vectors/h3_tabell6_narrowest_ci.json' with { type: 'json' };
import { meanInterval, summariseGroup } from '#lib/outcomes/mean-interval.ts';
import { withhold } from '#lib/outcomes/disclosure/withheld.ts';
import { formatDecimal } from '#lib/shared/decimal.ts';
import { assessTargets, type TargetTable } from './assess-targets.ts';

const scale = { lowest: 0, highest: 3, scores: [0, 1, 2, 3], isSensitive: false };

function assessTabell6(): TargetTable {
	return assessTargets({
		targets: buildTabell6Targets(),
		distributions: new Map([['simrishamn-sol', withhold(buildTabell6Distributions())]]),
		scaleOf: () => scale
	});
}

describe('Simrishamn’s Tabell 6, from made-up answers', () => {
	// Socialstyrelsen, Systematisk uppföljning – beskrivning och exempel, Tabell 6.
	it.each([
		['Utförare 1', ['2,93', '2,89', '2,61', '2,33', '2,60']],
		['Utförare 2', ['2,92', '2,85', '2,46', '1,92', '2,58']],
		['Utförare 3', ['2,81', '2,50', '2,00', '2,24', '2,05']]
	])('prints the published means of %s', (name, printed) => {
		const row = assessTabell6().rows.find(({ provider }) => provider.name === name);
		const means = row?.cells.map((cell) =>
			cell.kind === 'shown'
				? formatDecimal({ numerator: cell.value.sum, denominator: cell.value.n }, 2)
				: null
		);
		expect(means).toEqual(printed);
	});

	it('finds 4, 3 and 1 of five goals reached, and no provider with all', () => {
		const table = assessTabell6();
		expect(table.rows.map(({ goalsMet, goalsJudged }) => [goalsMet, goalsJudged])).toEqual([
			[4, 5],
			[3, 5],
			[1, 5]
		]);
		expect(table.allGoals).toEqual({ reached: 0, judged: 3, notJudged: 0 });
	});

	it('counts 2,60 against 2,60 as reached, says that one step would turn it and that it cannot be told apart', () => {
		const cell = assessTabell6().rows[0]?.cells[4];
		expect(cell).toMatchObject({
			kind: 'shown',
			value: {
				n: 25,
				itemMissing: 3,
				isMet: true,
				oneStepFlips: true,
				evidence: { kind: 'interval', position: 'not-separated' }
			}
		});
		// tests/vectors/h_target.json, u1_delaktighet_n25
		const evidence = cell?.kind === 'shown' ? cell.value.evidence : null;
		expect(evidence?.kind === 'interval' && evidence.low).toBeCloseTo(2.39361, 5);
	});

	it('uses as many answers per question as can print the mean', () => {
		const table = assessTabell6();
		expect(
			table.rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'shown' ? cell.value.n : null)))
		).toEqual([
			[28, 28, 28, 27, 25],
			[37, 34, 37, 37, 36],
			[37, 36, 37, 37, 37]
		]);
	});

	it('deals the answers out as forms with exactly the same counts', () => {
		for (const provider of tabell6) {
			const forms = tabell6Forms(provider);
			expect(forms).toHaveLength(provider.forms);
			for (const { item, counts } of provider.items) {
				const dealt = [3, 2, 1, 0].map((score) => forms.filter((form) => form[item] === score).length);
				expect(dealt).toEqual([...counts]);
			}
		}
	});
});

describe('what the printed Tabell 6 can and cannot be', () => {
	it.each(grim.cases)('agrees with R about $id', ({ input, expected }) => {
		const hundredths = Math.round(input.mean * 100);
		expect(possibleSums(hundredths, input.n, 4)).toEqual(expected.possible_sums);
		expect(largestPossibleN(hundredths, input.n, 4)).toBe(expected.largest_n_not_above);
		expect(hundredths >= Math.round(input.target * 100)).toBe(expected.rule_met_as_printed);
	});

	it.each(narrowest.cases)('gives the narrowest interval for $id', ({ expected }) => {
		const { n_used: n, sum_used: sum } = expected;
		const low = Math.floor(sum / n);
		const group = summariseGroup([
			{ value: low, count: n - (sum % n) },
			{ value: low + 1, count: sum % n }
		]);
		const interval = meanInterval(group);
		expect(group.standardDeviation).toBeCloseTo(expected.smallest_possible_sd, 12);
		if (interval.kind === 'none') {
			// Numerically a bound of width 0 in R; all answers equal is no interval.
			expect(interval.because).toBe('all-equal');
			expect(expected.narrowest_low).toBe(expected.narrowest_high);
			return;
		}
		expect(interval.low).toBeCloseTo(expected.narrowest_low, 9);
		expect(interval.high).toBeCloseTo(expected.narrowest_high, 9);
	});
});
