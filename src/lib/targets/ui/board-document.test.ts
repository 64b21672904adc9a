import { describe, expect, it } from 'vitest';
import { withhold } from '#lib/outcomes/disclosure/withheld.ts';
import type { DocumentBlock } from '#lib/shared/document.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { toDocumentText } from '#lib/shared/document-text.ts';
import { buildTabell6Distributions, buildTabell6Targets } from '#tests/build/tabell6.ts';
import { assessTargets } from '../assess-targets.ts';
import type { ItemDistribution } from '../item-distribution.ts';
import type { Target } from '../target.ts';
import { toBoardDocument } from './board-document.ts';

/** Made up: four answers, with numbers that occur nowhere else. */
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

function view(year: number, change: Partial<Target> = {}) {
	const targets = buildTabell6Targets().map((target) => ({ ...target, year, ...change }));
	const table = assessTargets({
		targets,
		distributions: new Map([['simrishamn-sol', withhold([...buildTabell6Distributions(), hidden])]]),
		scaleOf: () => ({ lowest: 0, highest: 3, scores: [0, 1, 2, 3], isSensitive: false })
	});
	const goals = table.goals.map(({ target }) => ({
		name: target.goal,
		question: 'Påhittad fråga?',
		help: null,
		answers: [],
		instrument: 'SoL',
		version: '1.0.0'
	}));
	return { year, law: 'sol' as const, table, goals };
}

const made = toBoardDocument({
	view: view(2013),
	earlier: [view(2012, { thousandths: 2000 })],
	boardName: 'Påhittade nämnden',
	isOwn: false,
	madeOn: '2014-01-10' as LocalDate,
	madeAt: new Date('2014-01-10T12:00:00Z'),
	language: 'sv'
});
const tables = made.blocks.filter(
	(block): block is Extract<DocumentBlock, { kind: 'table' }> => block.kind === 'table'
);
const text = toDocumentText(made);

describe('the document for the board', () => {
	it('has Tabell 6 with mean and rule, and the evidence beside the rule for each goal', () => {
		const overview = tables.find(({ caption }) => caption.startsWith('Medelvärde och nämndens regel'));
		expect(overview?.rows[0]).toEqual(['Utförare 1', '2,93 Ja', '2,89 Ja', '2,61 Ja', '2,33 Nej', '2,60 Ja']);
		const evidence = tables.find(({ caption }) => caption.startsWith('Delaktighet: nämndens regel'));
		expect(evidence?.rows[0]).toEqual([
			'Utförare 1',
			'2,60',
			'Ja',
			'25',
			'3',
			'okänd',
			'2,39–2,81',
			'går inte att skilja från målet'
		]);
	});

	it('judges an earlier year by the target it had, and not by this year’s', () => {
		const trend = tables.find(({ caption }) => caption === 'Mat: år från år');
		expect(trend?.columns.map(({ label }) => label).slice(1)).toEqual(['2012 (mål 2,00)', '2013 (mål 2,50)']);
		expect(trend?.rows[0]).toEqual(['Utförare 1', '2,33 Ja', '2,33 Nej']);
	});

	it('says method, non-response and what it does not say', () => {
		for (const title of ['Metod', 'Bortfall', 'Vad underlaget inte säger']) {
			expect(made.blocks).toContainEqual({ kind: 'heading', level: 2, text: title });
		}
		expect(text).toContain('svarsfrekvensen är okänd');
		expect(text).not.toMatch(/effekt/i);
	});

	it('has no number of a hidden result, in words, tables or drawings', () => {
		expect(JSON.stringify(made)).not.toMatch(/\b21[12]\b|0,75/);
		expect(text).toContain('Utförare 9, Delaktighet: inte bedömd, för få svar för att visas.');
	});
});
