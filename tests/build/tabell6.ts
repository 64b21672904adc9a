/** Simrishamn's Tabell 6 as input to the rules, from the made-up answers in bin/demo-data/tabell6.ts. */
import { tabell6, tabell6Targets, type MadeUpProvider } from '../../bin/demo-data/tabell6.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { ItemDistribution } from '#lib/targets/item-distribution.ts';
import type { Target } from '#lib/targets/target.ts';

/** Made-up decision date and paragraph; goals and målpoäng as printed. */
export function buildTabell6Targets(): Target[] {
	const goals = ['Bemötande', 'Kvalitet', 'Kontinuitet', 'Mat', 'Delaktighet'];
	return tabell6Targets.map(({ item, thousandths }, index) => ({
		year: 2013,
		law: 'sol',
		instrumentId: 'simrishamn-sol',
		item,
		goal: goals[index] ?? item,
		thousandths,
		comparison: 'unrounded',
		decidedOn: '2012-12-13' as LocalDate,
		decisionReference: '§ 112'
	}));
}

export function buildTabell6Distributions(): ItemDistribution[] {
	return tabell6.flatMap((provider, index) => buildDistributions(provider, index + 1));
}

function buildDistributions({ name, forms, items }: MadeUpProvider, number: number): ItemDistribution[] {
	const id = `00000000-0000-4000-8000-00000000000${number}` as ProviderId;
	return items.map(({ item, counts }) => ({
		provider: { id, name },
		item,
		distribution: counts.map((count, place) => ({ score: 3 - place, count })),
		itemMissing: forms - counts.reduce((sum, count) => sum + count, 0),
		withoutScore: 0
	}));
}
