import { describe, expect, it } from 'vitest';
import { buildTabell6Distributions, buildTabell6Targets } from '#tests/build/tabell6.ts';
import { hidden } from '#lib/outcomes/disclosure/shown.ts';
import { withhold } from '#lib/outcomes/disclosure/withheld.ts';
import { assessTargets, type AssessedGoal, type TargetTable } from '../assess-targets.ts';
import type { ItemDistribution } from '../item-distribution.ts';
import { intervalTexts } from './cell-words.ts';
import { toDistributionParts } from './distribution-parts.ts';
import { toGoalChart } from './goal-chart.ts';
import { listGoalResults } from './goal-results.ts';
import { writeMinutesText } from './minutes-text.ts';
import { describeOutcome } from './outcome-words.ts';

const scale = { lowest: 0, highest: 3, scores: [0, 1, 2, 3], isSensitive: false };

function assess(more: readonly ItemDistribution[] = []): TargetTable {
	return assessTargets({
		targets: buildTabell6Targets(),
		distributions: new Map([['simrishamn-sol', withhold([...buildTabell6Distributions(), ...more])]]),
		scaleOf: () => scale
	});
}

function write(row: number, goal: number, table = assess()): { verdict: string; basis: string } {
	const { provider, cells, responses } = table.rows[row] as TargetTable['rows'][number];
	const assessed = table.goals[goal] as AssessedGoal;
	const cell = cells[goal] ?? hidden;
	return writeMinutesText({
		provider: provider.name,
		goalName: assessed.target.goal,
		goal: assessed,
		cell,
		response: responses?.[goal] ?? null,
		language: 'sv'
	});
}

/** The same answers, of so many asked: an invented number. */
function assessAsked(asked: number): TargetTable {
	const distributions = buildTabell6Distributions().map((one) => ({ ...one, asked, complete: 20 }));
	return assessTargets({
		targets: buildTabell6Targets(),
		distributions: new Map([['simrishamn-sol', withhold(distributions)]]),
		scaleOf: () => scale
	});
}

const few: ItemDistribution = {
	provider: {
		id: '00000000-0000-4000-8000-000000000009' as ItemDistribution['provider']['id'],
		name: 'Utförare 9'
	},
	item: 'sol_5',
	distribution: [{ score: 1, count: 4 }],
	itemMissing: 17,
	withoutScore: 13
};

describe('the text for the minutes', () => {
	it('puts the rule first and unsoftened, then what it rests on', () => {
		expect(write(0, 4)).toEqual({
			verdict: 'Utförare 1, Delaktighet: når målet enligt nämndens regel (2,60 ≥ 2,60).',
			basis:
				'Underlag: 25 svar (3 hoppade över frågan; hur många som tillfrågades är inte registrerat). ' +
				'Osäkerhet 2,39–2,81: resultatet går inte att skilja från målet. ' +
				'Ett svar ett steg lägre hade gett ”når inte målet”.'
		});
	});

	it('says how many of those asked took part, where it is known', () => {
		expect(write(0, 4, assessAsked(41)).basis).toContain(
			'Underlag: 25 svar (3 hoppade över frågan; 28 av 41 tillfrågade deltog, 68 %).'
		);
	});

	it('gives no response rate when more have answered than were asked', () => {
		expect(write(0, 4, assessAsked(27)).basis).toContain('hur många som tillfrågades är inte registrerat');
	});

	it('has RR2 as the response rate and RR1 in the note', () => {
		// By hand: 28 + 37 + 37 forms of three times 50 asked; three times 20 complete.
		expect(assessAsked(50).goals[4]?.response).toMatchObject({
			answered: 102,
			asked: 150,
			share: 0.68,
			rr1: { kind: 'shown', value: 0.4 }
		});
	});

	it('says when a result is clearly below', () => {
		const { verdict, basis } = write(2, 4);
		expect(verdict).toBe('Utförare 3, Delaktighet: når inte målet enligt nämndens regel (2,05 < 2,60).');
		expect(basis).toContain('resultatet ligger säkert under målet.');
	});

	it('says nothing but that there are too few answers when there are', () => {
		expect(write(3, 4, assess([few]))).toEqual({
			verdict: 'Utförare 9, Delaktighet: inte bedömd, för få svar för att visas.',
			basis: ''
		});
	});
});

describe('the chart of one goal', () => {
	it('carries no number of a hidden provider, neither drawn, read out nor in the table', () => {
		const table = assess([few]);
		const results = listGoalResults(table.rows, 4);
		const chart = toGoalChart(table.goals[4] as AssessedGoal, results, 'sv');
		expect(chart.input.rows[3]).toMatchObject({ mean: null, interval: null, valueText: '..', countText: '' });
		expect(chart.table.rows[3]).toEqual([
			'Utförare 9',
			'..',
			'2,60',
			'Ej bedömd',
			'för få svar för att visas',
			'..',
			'..',
			'..',
			'..'
		]);
		expect(chart.summary).toContain('Utförare 9: visas inte, för få svar.');
		expect(JSON.stringify(chart)).not.toMatch(/\b(13|17|21)\b|1,00/);
	});
});

describe('interval ends in print', () => {
	const goal = assess().goals[4] as AssessedGoal;

	it('take more decimals rather than touch a target they lie beside', () => {
		const above = { kind: 'interval', low: 2.6004, high: 2.9, position: 'above' } as const;
		expect(intervalTexts(above, goal, 'sv')).toEqual({ low: '2,6004', high: '2,9000' });
		const within = { kind: 'interval', low: 2.5996, high: 2.9, position: 'not-separated' } as const;
		expect(intervalTexts(within, goal, 'sv')).toEqual({ low: '2,60', high: '2,90' });
	});

	it('stay on the scale', () => {
		const beyond = { kind: 'interval', low: 2.83, high: 3.03, position: 'above' } as const;
		expect(intervalTexts(beyond, goal, 'sv')).toEqual({ low: '2,83', high: '3,00' });
	});
});

describe('the page’s lead', () => {
	it('counts results first and the hard test of all goals last', () => {
		expect(describeOutcome(assess())).toBe(
			'8 av 15 bedömda resultat når målet enligt nämndens regel. Ingen av 3 bedömda utförare når alla 5 mål.'
		);
	});

	it('does not count a provider that is not judged as one that failed', () => {
		expect(describeOutcome(assess([few]))).toContain(
			'Ingen av 3 bedömda utförare når alla 5 mål. 1 utförare har för få svar'
		);
	});
});

describe('the distribution', () => {
	it('names neighbours that are shown together', () => {
		const answers = [
			{ score: 3, label: 'Stämmer alltid' },
			{ score: 2, label: 'Stämmer oftast' },
			{ score: 1, label: 'Stämmer ibland' },
			{ score: 0, label: 'Stämmer aldrig' }
		];
		const pooled = {
			n: 40,
			groups: [
				{ lowest: 3, highest: 3, count: 30 },
				{ lowest: 1, highest: 2, count: 10 },
				{ lowest: 0, highest: 0, count: 0 }
			],
			smallestGroup: 5
		};
		expect(
			toDistributionParts(pooled, answers).map(({ name, text }) =>
				`${name} ${text}`.replaceAll('\u00a0', ' ')
			)
		).toEqual([
			'Stämmer alltid 75 % (30)',
			'Stämmer oftast eller stämmer ibland 25 % (10)',
			'Stämmer aldrig 0 % (0)'
		]);
	});
});
