import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { buildTabell6Distributions, buildTabell6Targets } from '#tests/build/tabell6.ts';
import { withhold } from '#lib/outcomes/disclosure/withheld.ts';
import { assessTargets } from '../assess-targets.ts';
import type { ItemDistribution } from '../item-distribution.ts';
import BoardTable from './BoardTable.svelte';
import GoalDetails from './GoalDetails.svelte';
import { listGoalResults } from './goal-results.ts';

/** Made up: 4 answers of 19 forms, with numbers that occur nowhere else. */
const hidden: ItemDistribution = {
	provider: {
		id: '00000000-0000-4000-8000-000000000009' as ItemDistribution['provider']['id'],
		name: 'Utförare 9'
	},
	item: 'sol_5',
	distribution: [
		{ score: 3, count: 1 },
		{ score: 0, count: 3 }
	],
	itemMissing: 211,
	withoutScore: 212
};
const table = assessTargets({
	targets: buildTabell6Targets(),
	distributions: new Map([['simrishamn-sol', withhold([...buildTabell6Distributions(), hidden])]]),
	scaleOf: () => ({ lowest: 0, highest: 3, scores: [0, 1, 2, 3], isSensitive: false })
});
const wording = {
	name: 'Delaktighet',
	question: null,
	help: null,
	answers: [],
	instrument: 'SoL',
	version: '1.0.0'
};
const view = { year: 2013, law: 'sol' as const, table, goals: table.goals.map(() => wording) };

function textOf(html: string): string {
	return html
		.replace(/<!--.*?-->/g, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');
}

describe('the board’s table', () => {
	it('shows the verdict and what it rests on apart, for every provider', () => {
		const text = textOf(render(BoardTable, { props: { view } }).body);
		expect(text).toContain('2,60 Ja');
		expect(text).toContain('går inte att skilja 2,39–2,81 25 svar 3 hoppade över ett enda svar avgör');
	});

	it('says that a hidden result is hidden and nothing more', () => {
		const { body } = render(BoardTable, { props: { view } });
		expect(textOf(body)).toContain('.. Ej bedömd');
		expect(textOf(body)).toContain('för få svar för att visas');
		expect(body).not.toMatch(/21[12]|0,75/);
	});

	it('has no number of a hidden provider in the opened goal either', () => {
		const goal = table.goals[4];
		if (!goal) throw new Error('Tabell 6 has five goals');
		const results = listGoalResults(table.rows, 4);
		const { body } = render(GoalDetails, { props: { goal, wording, results } });
		expect(textOf(body)).toContain('Utförare 9, Delaktighet: inte bedömd, för få svar för att visas.');
		expect(body).not.toMatch(/21[12]|0,75/);
		// 25 + 36 + 37: the answers of those shown.
		expect(textOf(body)).toContain('98 svar');
	});

	it('uses no style attribute, which the content security policy refuses', () => {
		expect(render(BoardTable, { props: { view } }).body).not.toMatch(/\sstyle=/);
	});
});
