import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTabell6Distributions, buildTabell6Targets } from '#tests/build/tabell6.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { assessCell } from './assess-cell.ts';
import { assessTargets, type TargetTable } from './assess-targets.ts';
import type { ItemDistribution } from './item-distribution.ts';
import { poolAnswers } from './pool-answers.ts';
import type { Target } from './target.ts';

const scale = { lowest: 0, highest: 3, scores: [0, 1, 2, 3] };
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
		distributions: new Map([['simrishamn-sol', distributions]]),
		scaleOf: () => scale
	});
}

describe('assessCell', () => {
	it('judges nothing and carries no number below five answers', () => {
		expect(assessCell(answers('Alm', [4, 0, 0, 0]), bemotande)).toEqual({ kind: 'too-few' });
		expect(assessCell(undefined, bemotande)).toEqual({ kind: 'too-few' });
	});

	it('judges the rule but gives no interval for five to nine answers', () => {
		const cell = assessCell(answers('Alm', [4, 1, 0, 0]), bemotande);
		expect(cell).toMatchObject({
			kind: 'judged',
			n: 5,
			isMet: true,
			evidence: { kind: 'too-few-for-interval' }
		});
		expect(assessCell(answers('Alm', [9, 0, 0, 0]), bemotande)).toMatchObject({
			evidence: { kind: 'too-few-for-interval' }
		});
	});

	it('gives an interval from ten answers', () => {
		expect(assessCell(answers('Alm', [9, 1, 0, 0]), bemotande)).toMatchObject({
			n: 10,
			evidence: { kind: 'interval', position: 'not-separated' }
		});
	});

	it('says that all answered alike instead of an interval of no width', () => {
		expect(assessCell(answers('Alm', [12, 0, 0, 0]), bemotande)).toMatchObject({
			isMet: true,
			evidence: { kind: 'all-equal' }
		});
	});

	it('keeps skipped and unscored answers outside the mean and counts them', () => {
		expect(assessCell(answers('Alm', [5, 0, 0, 0]), bemotande)).toMatchObject({
			n: 5,
			sum: 15,
			itemMissing: 2,
			withoutScore: 1
		});
	});

	// tests/vectors/h_target.json: clearly_above, and Tabell 6 Utförare 3 Delaktighet far below.
	it('says when the answers are clearly above or below', () => {
		expect(assessCell(answers('Alm', [40, 0, 0, 0].with(1, 1)), bemotande)).toMatchObject({
			evidence: { position: 'above' }
		});
		expect(assessCell(answers('Alm', [12, 16, 8, 1]), bemotande)).toMatchObject({
			evidence: { position: 'below' }
		});
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
		expect(table.rows[1]).toMatchObject({ goalsMet: 0, goalsJudged: 0, cells: [{ kind: 'too-few' }] });
	});

	it('lets a hidden provider leave no trace in what is added up', () => {
		const shown = [answers('Alm', [10, 6, 0, 0])];
		const hidden = answers('Björk', [0, 0, 1, 3]);
		const without = assess(shown);
		const withHidden = assess([...shown, hidden]);
		expect(withHidden.goals[0]?.pooled).toEqual(without.goals[0]?.pooled);
	});

	it('sets aside a target outside its scale, or on a question that does not exist', () => {
		const targets = buildTabell6Targets();
		const table = assessTargets({
			targets,
			distributions: new Map([['simrishamn-sol', buildTabell6Distributions()]]),
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
				['simrishamn-sol', [answers('Alm', [10, 0, 0, 0])]],
				['other', [answers('Alm', [0, 0, 0, 10])]]
			]),
			scaleOf: () => scale
		});
		expect(table.rows[0]?.cells).toMatchObject([{ isMet: true }, { isMet: false }]);
	});

	it('has no rows when nothing is answered', () => {
		const table = assess([]);
		expect(table.rows).toEqual([]);
		expect(table.allGoals).toEqual({ reached: 0, judged: 0, notJudged: 0 });
		expect(table.goals[0]?.pooled).toBeNull();
	});
});

describe('poolAnswers', () => {
	it('adds up all providers and keeps counts of none and of five or more', () => {
		expect(
			poolAnswers([answers('Alm', [10, 6, 0, 0]), answers('Björk', [1, 1, 5, 0])], [0, 1, 2, 3])
		).toEqual({
			n: 23,
			groups: [
				{ lowest: 3, highest: 3, count: 11 },
				{ lowest: 2, highest: 2, count: 7 },
				{ lowest: 1, highest: 1, count: 5 },
				{ lowest: 0, highest: 0, count: 0 }
			]
		});
	});

	it('merges a small group with its smaller neighbour until no count is 1–4', () => {
		expect(poolAnswers([answers('Alm', [20, 6, 2, 1])], [0, 1, 2, 3])?.groups).toEqual([
			{ lowest: 3, highest: 3, count: 20 },
			{ lowest: 0, highest: 2, count: 9 }
		]);
		expect(poolAnswers([answers('Alm', [2, 3, 0, 8])], [0, 1, 2, 3])?.groups).toEqual([
			{ lowest: 2, highest: 3, count: 5 },
			{ lowest: 1, highest: 1, count: 0 },
			{ lowest: 0, highest: 0, count: 8 }
		]);
	});

	it('never shows a count of 1–4 and loses no answer', () => {
		const counts = fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(counts, (drawn) => {
				const pooled = poolAnswers([answers('Alm', drawn)], [0, 1, 2, 3]);
				const shown = pooled?.groups.map(({ count }) => count) ?? [];
				expect(shown.every((count) => count === 0 || count >= 5)).toBe(true);
				expect(shown.reduce((sum, count) => sum + count, 0)).toBe(pooled?.n ?? 0);
			})
		);
	});

	it('gives nothing for fewer than five answers', () => {
		expect(poolAnswers([answers('Alm', [4, 0, 0, 0])], [0, 1, 2, 3])).toBeNull();
	});
});
