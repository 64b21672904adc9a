/** Every case of tests/vectors/m_scoring.json: sums, proration, means, 0–100 and bounds as R computes them. */
import { describe, expect, it } from 'vitest';
import { makeChoice, makeInstrument, makeInstrumentJson, makeScaleJson } from '#tests/build/instrument.ts';
import vectors from '#tests/vectors/m_scoring.json' with { type: 'json' };
import type { ScaleScore } from './score.ts';
import { scoreInstrument } from './score-instrument.ts';

type Vector = (typeof vectors.cases)[number];

/** An instrument with one scale for each thing R computed. */
function score({ input }: Vector): Record<string, ScaleScore> {
	const names = input.items.map((_, index) => `q${index + 1}`);
	const prorated = input.max_missing === 0 ? 'no-score' : { maxMissing: input.max_missing, source: 'TEST' };
	const shared = { reversed: input.reverse.map((number) => `q${number}`), missing: prorated };
	const instrument = makeInstrument(
		makeInstrumentJson({
			items: names.map((name, index) => ({ name, number: String(index + 1), scores: 'code' })),
			structuralZeros: input.structural_zero.map((number) => ({
				when: 'true',
				items: [`q${number}`],
				source: 'TEST'
			})),
			scales: [
				makeScaleJson(names, { ...shared, name: 'complete', missing: 'no-score' }),
				makeScaleJson(names, { ...shared, name: 'prorated' }),
				makeScaleJson(names, { ...shared, name: 'whole', rounding: 'whole-half-away-from-zero' }),
				makeScaleJson(names, { ...shared, name: 'mean', aggregate: 'mean' }),
				makeScaleJson(names, { ...shared, name: 'percent', aggregate: 'percent-of-range' })
			]
		}),
		names.map((name, index) => makeChoice(name, listCodes(input.item_min[index], input.item_max[index]))),
		input.structural_zero.map(() => ({ kind: 'constant', value: true }))
	);
	const answers = Object.fromEntries(
		input.items.flatMap((code, index) => (code === null ? [] : [[`q${index + 1}`, code]]))
	);
	return { ...scoreInstrument(instrument, answers, { sex: null, ageInYears: null }).scales };
}

function listCodes(min = 0, max = 0): number[] {
	return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}

function expectScore(scale: ScaleScore | undefined, expected: number | null): void {
	if (expected === null) expect(scale?.score).toBeNull();
	else expect(scale?.score).toBeCloseTo(expected, 12);
}

describe('scoring as R does it', () => {
	it.each(vectors.cases)('$id: $description', (vector) => {
		const { complete, prorated, whole, mean, percent } = score(vector);
		const { expected } = vector;
		expectScore(complete, expected.sum_complete_only);
		expectScore(prorated, expected.prorated_sum);
		expectScore(whole, expected.prorated_sum_whole);
		expectScore(mean, expected.mean_of_answered);
		expectScore(percent, expected.pomp_0_100);
		expect(complete?.lowestPossible).toBe(expected.lowest_possible);
		expect(complete?.highestPossible).toBe(expected.highest_possible);
		expect((complete?.itemCount ?? 0) - (complete?.answered ?? 0)).toBe(expected.n_missing);
	});
});
