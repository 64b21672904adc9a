/** Everything the board's page prints about a goal, put before the solver as a reader with pen and paper would. */
import { expect, it } from 'vitest';
import { randomTable } from '#tests/build/random-tables.ts';
import { buildTabell6Targets } from '#tests/build/tabell6.ts';
import { withhold } from '#lib/outcomes/disclosure/withheld.ts';
import { seededRandom } from '#lib/outcomes/seeded-random.ts';
import { auditLinkedFigures, type PublishedFigure } from '#lib/outcomes/server/audit-linked-figures.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { assessTargets, type TargetTable } from './assess-targets.ts';
import type { ItemDistribution } from './item-distribution.ts';
import type { Target } from './target.ts';

const [bemotande] = buildTabell6Targets() as [Target];
const scores = [3, 2, 1, 0];

/** Made-up providers with 0 to 40 answers of score 3, 2, 1 and 0. */
function assess(counts: readonly (readonly number[])[]): TargetTable {
	const distributions = counts.map((ofScores, index): ItemDistribution => ({
		provider: { id: `provider ${index}` as ProviderId, name: `Utförare ${index}` },
		item: bemotande.item,
		distribution: scores.map((score, place) => ({ score, count: ofScores[place] ?? 0 })),
		itemMissing: 0,
		withoutScore: 0
	}));
	return assessTargets({
		targets: [bemotande],
		distributions: new Map([[bemotande.instrumentId, withhold(distributions)]]),
		scaleOf: () => ({ lowest: 0, highest: 3, scores, isSensitive: false })
	});
}

const cellOf = (id: ProviderId, score: number): string => `${id}: ${score}`;

/** The page's numbers as sums over the answers: each n, each mean times n, and the groups of those added up. */
function toFigures({ rows, goals }: TargetTable): PublishedFigure[] {
	const shown = rows.flatMap(({ provider: { id }, cells }) =>
		cells.flatMap((cell) => (cell.kind === 'shown' ? [{ id, ...cell.value }] : []))
	);
	const pooled = goals.flatMap(({ pooled: answers }) => (answers.kind === 'shown' ? [answers.value] : []));
	const isPooled = shown.filter(({ n }) => n >= 10);
	return [
		...shown.flatMap(({ id, n, sum }) => [
			{ of: new Map(scores.map((score) => [cellOf(id, score), 1])), value: n },
			{ of: new Map(scores.map((score) => [cellOf(id, score), score])), value: sum }
		]),
		...pooled.flatMap(({ groups }) =>
			groups.map(({ lowest, highest, count }) => ({
				of: new Map(
					isPooled.flatMap(({ id }) =>
						scores
							.filter((score) => score >= lowest && score <= highest)
							.map((score): [string, number] => [cellOf(id, score), 1])
					)
				),
				value: count
			}))
		)
	];
}

it('leaves more than one way in which the answers of a provider with five to nine can have fallen', async () => {
	const random = seededRandom(1013);
	let small = 0;
	for (let drawn = 0; drawn < 30; drawn += 1) {
		const table = assess(
			randomTable(random).map((row) => [row[0] ?? 0, row[1] ?? 0, row[2] ?? 0, row[3] ?? 0])
		);
		const published = toFigures(table);
		for (const { provider, cells } of table.rows) {
			const [cell] = cells;
			if (cell?.kind !== 'shown' || cell.value.n >= 10) continue;
			small += 1;
			const asked = scores.map((score) => new Map([[cellOf(provider.id, score), 1]]));
			const bounds = await auditLinkedFigures({ published, asked });
			expect(bounds.some(({ min, max }) => min < max)).toBe(true);
		}
	}
	expect(small).toBeGreaterThan(5);
});
