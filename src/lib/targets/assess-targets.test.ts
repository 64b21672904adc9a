import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTabell6Distributions, buildTabell6Targets } from '#tests/build/tabell6.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { hidden, show } from '#lib/outcomes/disclosure/shown.ts';
import { withhold } from '#lib/outcomes/disclosure/withheld.ts';
import { assessCell } from './assess-cell.ts';
import { assessTargets, type TargetTable } from './assess-targets.ts';
import type { ItemDistribution } from './item-distribution.ts';
import { poolAnswers } from './pool-answers.ts';
import type { Target } from './target.ts';

const scale = { lowest: 0, highest: 3, scores: [0, 1, 2, 3], isSensitive: false };
const board = findDisclosureRule({ audience: 'board' });
const [bemotande] = buildTabell6Targets() as [Target];

/** Made-up counts of score 3, 2, 1 and 0. */
function answers(name: string, counts: readonly number[], item = 'sol_1'): ItemDistribution {
	return {
		provider: { id: name as ProviderId, name },
		item,
		distribution: counts.map((count, place) => ({ score: 3 - place, count })),
		itemMissing: 2,
		withoutScore: 1
	};
}

function assess(distributions: readonly ItemDistribution[]): TargetTable {
	return assessTargets({
		targets: [bemotande],
		distributions: new Map([['simrishamn-sol', withhold(distributions)]]),
		scaleOf: () => scale
	});
}

describe('assessCell', () => {
	const judge = (counts: readonly number[]) => assessCell(answers('Alm', counts), bemotande, scale);

	it('judges nothing and carries no number below five answers', () => {
		expect(judge([4, 0, 0, 0])).toEqual(hidden);
		expect(assessCell(undefined, bemotande, scale)).toEqual(hidden);
	});

	it('judges the rule but gives no interval for five to nine answers', () => {
		expect(judge([3, 2, 0, 0])).toMatchObject({
			kind: 'shown',
			value: { n: 5, isMet: false, evidence: { kind: 'too-few-for-interval' } }
		});
		expect(judge([7, 2, 0, 0])).toMatchObject({ value: { evidence: { kind: 'too-few-for-interval' } } });
	});

	it('hides five to nine answers that are all alike, or all but one', () => {
		expect(judge([9, 0, 0, 0])).toEqual(hidden);
		expect(judge([4, 1, 0, 0])).toEqual(hidden);
	});

	it('needs ten answers, and twenty for an interval, where the question is sensitive', () => {
		const sensitive = { ...scale, isSensitive: true };
		expect(assessCell(answers('Alm', [5, 4, 0, 0]), bemotande, sensitive)).toEqual(hidden);
		expect(assessCell(answers('Alm', [8, 5, 4, 2]), bemotande, sensitive)).toMatchObject({
			value: { n: 19, evidence: { kind: 'too-few-for-interval' } }
		});
		expect(assessCell(answers('Alm', [8, 6, 4, 2]), bemotande, sensitive)).toMatchObject({
			value: { n: 20, evidence: { kind: 'interval' } }
		});
	});

	it('gives an interval from ten answers', () => {
		expect(judge([9, 1, 0, 0])).toMatchObject({
			value: { n: 10, evidence: { kind: 'interval', position: 'not-separated' } }
		});
	});

	it('says that all answered alike instead of an interval of no width', () => {
		expect(judge([12, 0, 0, 0])).toMatchObject({ value: { isMet: true, evidence: { kind: 'all-equal' } } });
	});

	it('keeps skipped and unscored answers outside the mean and counts them', () => {
		expect(judge([4, 2, 0, 0])).toMatchObject({ value: { n: 6, sum: 16, itemMissing: 2, withoutScore: 1 } });
	});

	// tests/vectors/h_target.json: clearly_above, and Tabell 6 Utförare 3 Delaktighet far below.
	it('says when the answers are clearly above or below', () => {
		expect(judge([40, 1, 0, 0])).toMatchObject({ value: { evidence: { position: 'above' } } });
		expect(judge([12, 16, 8, 1])).toMatchObject({ value: { evidence: { position: 'below' } } });
	});
});

describe('assessTargets', () => {
	it('sorts providers by name in Swedish, whatever their results', () => {
		const distributions = ['Östra', 'Utförare 10', 'Ängen', 'Utförare 2'].map((name) =>
			answers(name, [10, 0, 0, 0])
		);
		const table = assess(distributions);
		expect(table.rows.map(({ provider }) => provider.name)).toEqual([
			'Utförare 2',
			'Utförare 10',
			'Ängen',
			'Östra'
		]);
	});

	it('counts a provider with too few answers as not judged, not as a failure', () => {
		const distributions = [answers('Alm', [10, 0, 0, 0]), answers('Björk', [4, 0, 0, 0])];
		const table = assess(distributions);
		expect(table.allGoals).toEqual({ reached: 1, judged: 1, notJudged: 1 });
		expect(table.rows[1]).toMatchObject({ goalsMet: 0, goalsJudged: 0, cells: [hidden] });
	});

	it('lets a hidden provider leave no trace in what is added up', () => {
		const shown = [answers('Alm', [10, 6, 0, 0])];
		const few = answers('Björk', [0, 0, 1, 3]);
		const without = assess(shown);
		const withHidden = assess([...shown, few]);
		expect(withHidden.goals[0]?.pooled).toEqual(without.goals[0]?.pooled);
	});

	it('adds up only providers whose answers may be known, so that a small one is not the difference', () => {
		const large = answers('Alm', [10, 6, 0, 0]);
		const table = assess([large, answers('Björk', [3, 2, 2, 0])]);
		expect(table.rows.map(({ goalsJudged }) => goalsJudged)).toEqual([1, 1]);
		expect(table.goals[0]?.pooled).toEqual(assess([large]).goals[0]?.pooled);
	});

	it('sets aside a target outside its scale, or on a question that does not exist', () => {
		const targets = buildTabell6Targets();
		const table = assessTargets({
			targets,
			distributions: new Map([['simrishamn-sol', withhold(buildTabell6Distributions())]]),
			scaleOf: ({ item }) =>
				item === 'sol_1' ? { ...scale, highest: 2.5 } : item === 'sol_2' ? undefined : scale
		});
		expect(table.outsideScale.map(({ item }) => item)).toEqual(['sol_1', 'sol_2']);
		expect(table.goals.map(({ target }) => target.item)).toEqual(['sol_3', 'sol_4', 'sol_5']);
		expect(table.rows[0]?.cells).toHaveLength(3);
	});

	it('keeps instruments with questions of the same name apart', () => {
		const table = assessTargets({
			targets: [bemotande, { ...bemotande, instrumentId: 'other' }],
			distributions: new Map([
				['simrishamn-sol', withhold([answers('Alm', [10, 0, 0, 0])])],
				['other', withhold([answers('Alm', [0, 0, 0, 10])])]
			]),
			scaleOf: () => scale
		});
		expect(table.rows[0]?.cells).toMatchObject([{ value: { isMet: true } }, { value: { isMet: false } }]);
	});

	it('has no rows when nothing is answered', () => {
		const table = assess([]);
		expect(table.rows).toEqual([]);
		expect(table.allGoals).toEqual({ reached: 0, judged: 0, notJudged: 0 });
		expect(table.goals[0]?.pooled).toBe(hidden);
	});
});

describe('poolAnswers', () => {
	const pool = (...all: ItemDistribution[]) => poolAnswers(all, [0, 1, 2, 3], board);
	const groupsOf = (pooled: ReturnType<typeof pool>) => (pooled.kind === 'shown' ? pooled.value.groups : []);

	it('adds up all providers and keeps counts of none and of five or more', () => {
		expect(pool(answers('Alm', [10, 6, 0, 0]), answers('Björk', [1, 1, 5, 0]))).toEqual(
			show({
				n: 23,
				groups: [
					{ lowest: 3, highest: 3, count: 11 },
					{ lowest: 2, highest: 2, count: 7 },
					{ lowest: 1, highest: 1, count: 5 },
					{ lowest: 0, highest: 0, count: 0 }
				],
				smallestGroup: 5
			})
		);
	});

	it('merges a small group with its smaller neighbour until no count is 1–4', () => {
		expect(groupsOf(pool(answers('Alm', [20, 6, 2, 1])))).toEqual([
			{ lowest: 3, highest: 3, count: 20 },
			{ lowest: 0, highest: 2, count: 9 }
		]);
		expect(groupsOf(pool(answers('Alm', [2, 3, 0, 8])))).toEqual([
			{ lowest: 2, highest: 3, count: 5 },
			{ lowest: 1, highest: 1, count: 0 },
			{ lowest: 0, highest: 0, count: 8 }
		]);
	});

	it('never shows a count of 1–4 and loses no answer', () => {
		const counts = fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(counts, (drawn) => {
				const pooled = pool(answers('Alm', drawn));
				const shown = groupsOf(pooled).map(({ count }) => count);
				expect(shown.every((count) => count === 0 || count >= 5)).toBe(true);
				const n = pooled.kind === 'shown' ? pooled.value.n : 0;
				expect(shown.reduce((sum, count) => sum + count, 0)).toBe(n);
			})
		);
	});

	it('gives nothing for fewer than five answers', () => {
		expect(pool(answers('Alm', [4, 0, 0, 0]))).toBe(hidden);
	});
});
