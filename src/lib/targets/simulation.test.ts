/** What the two columns of the board's table say of providers that are exactly on target, when only chance tells them apart. */
import { afterAll, describe, expect, it } from 'vitest';
import { buildTabell6Targets } from '#tests/build/tabell6.ts';
import { seededRandom } from '#lib/outcomes/seeded-random.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { assessCell } from './assess-cell.ts';
import type { Target } from './target.ts';

const providers = 4000;
const target: Target = {
	...(buildTabell6Targets()[0] as Target),
	item: 'made-up',
	thousandths: 2600
};

/** Made-up ways of answering 3, 2, 1 and 0 whose mean is exactly 2.6. */
const waysOfAnswering = {
	even: [0.65, 0.3, 0.05, 0],
	split: [0.8, 0.1, 0, 0.1],
	topHeavy: [0.6, 0.4, 0, 0]
} as const;

function draw(shares: readonly number[], n: number, random: () => number): number[] {
	const counts = shares.map(() => 0);
	for (let answer = 0; answer < n; answer += 1) {
		let left = random();
		const place = shares.findIndex((share) => (left -= share) < 0);
		const drawn = place === -1 ? shares.findLastIndex((share) => share > 0) : place;
		counts[drawn] = (counts[drawn] ?? 0) + 1;
	}
	return counts;
}

interface Called {
	readonly underByEvidence: number;
	readonly missedByRule: number;
}

/** The shares of providers exactly on target that each column counts against them. */
function simulate(shares: readonly number[], n: number, seed: number): Called {
	const random = seededRandom(seed);
	let underByEvidence = 0;
	let missedByRule = 0;
	for (let provider = 0; provider < providers; provider += 1) {
		const counts = draw(shares, n, random);
		const cell = assessCell(
			{
				provider: { id: '00000000-0000-4000-8000-000000000001' as ProviderId, name: 'Påhittade hemmet' },
				item: 'made-up',
				distribution: counts.map((count, place) => ({ score: 3 - place, count })),
				itemMissing: 0,
				withoutScore: 0
			},
			target,
			{ scores: [0, 1, 2, 3], isSensitive: false }
		);
		if (cell.kind === 'hidden') continue;
		const { isMet, evidence } = cell.value;
		if (!isMet) missedByRule += 1;
		if (evidence.kind === 'interval' && evidence.position === 'below') underByEvidence += 1;
	}
	return { underByEvidence: underByEvidence / providers, missedByRule: missedByRule / providers };
}

const perCent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const printed: string[] = [];
afterAll(() => {
	process.stdout.write(`Utförare exakt på målet:\n${printed.join('\n')}\n`);
});

describe('of providers exactly on target', () => {
	const cases = (Object.keys(waysOfAnswering) as (keyof typeof waysOfAnswering)[]).flatMap((way) =>
		[10, 28, 37, 100].map((n) => [way, n] as const)
	);

	it.each(cases)('answering %s with %d answers, at most 5 %% are called under by the evidence', (way, n) => {
		const called = simulate(waysOfAnswering[way], n, 20_140_000 + n);
		printed.push(
			`  ${way}, ${n} svar: underlaget säger under för ${perCent(called.underByEvidence)}, regeln för ${perCent(called.missedByRule)}`
		);
		expect(called.underByEvidence).toBeLessThanOrEqual(0.05);
		expect(called.missedByRule).toBeGreaterThan(0.3);
		expect(called.missedByRule).toBeLessThan(0.65);
	});
});
