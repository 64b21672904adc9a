import { describe, expect, it } from 'vitest';
import type { Band, BandSet } from '#lib/instruments/instrument.ts';
import { assessBands, planBandSet } from './assess-bands.ts';
import type { PersonFacts } from './score.ts';

function band(label: string, from: number, to: number, who: Partial<Band> = {}): Band {
	return { label: { sv: label }, from, to, sex: null, ageMin: null, ageMax: null, ...who };
}

function plan(kind: BandSet['kind'], bands: Band[], hasWholeScores = true) {
	const set: BandSet = {
		id: kind,
		source: 'TEST',
		evidence: 'LOCAL',
		title: { sv: 'Test' },
		kind,
		isDefault: false,
		bands
	};
	return planBandSet(set, hasWholeScores, 'sv');
}

/** Socialstyrelsens metodguide, DUDIT: ≥ 2 women, ≥ 6 men; 16–25 years ≥ 3 and ≥ 7. */
const dudit = plan('cut-off', [
	band('sannolikt drogrelaterade problem', 3, 44, { sex: 'female', ageMin: 16, ageMax: 25 }),
	band('sannolikt drogrelaterade problem', 7, 44, { sex: 'male', ageMin: 16, ageMax: 25 }),
	band('sannolikt drogrelaterade problem', 2, 44, { sex: 'female', ageMin: 26 }),
	band('sannolikt drogrelaterade problem', 6, 44, { sex: 'male', ageMin: 26 })
]);
/** Socialstyrelsens metodguide, AUDIT: ≥ 6 women, ≥ 8 men. */
const audit = plan('cut-off', [
	band('riskfyllt drickande', 6, 40, { sex: 'female' }),
	band('riskfyllt drickande', 8, 40, { sex: 'male' })
]);
/** WHO/MSD/MSB/01.6a. */
const zones = plan('bands', [band('I', 0, 7), band('II', 8, 15), band('III', 16, 19), band('IV', 20, 40)]);

function assess(sets: Parameters<typeof assessBands>[0], score: number, person: Partial<PersonFacts> = {}) {
	return assessBands(sets, score, { sex: null, ageInYears: null, ...person });
}

describe('bands by sex', () => {
	it('names the band for a woman at six points and none for a man', () => {
		expect(assess([audit], 6, { sex: 'female' }).bands).toEqual([
			{ set: 'cut-off', label: 'riskfyllt drickande', from: 6, to: 40 }
		]);
		expect(assess([audit], 6, { sex: 'male' })).toEqual({
			bands: [],
			bandUnknownBecause: null,
			possibleBands: []
		});
	});

	it('gives no verdict but both lines when sex is unknown, also far above them', () => {
		for (const score of [3, 7, 24]) {
			const verdict = assess([audit], score);
			expect(verdict.bands).toEqual([]);
			expect(verdict.bandUnknownBecause).toBe('sex');
			expect(verdict.possibleBands.map(({ from, sex }) => [from, sex])).toEqual([
				[6, 'female'],
				[8, 'male']
			]);
		}
	});

	it('still gives the verdict of a source that does not ask for sex', () => {
		const verdict = assess([audit, zones], 16);
		expect(verdict.bands.map(({ label }) => label)).toEqual(['III']);
		expect(verdict.bandUnknownBecause).toBe('sex');
	});
});

describe('bands by sex and age', () => {
	it.each([
		['female', 34, 2, true],
		['female', 25, 2, false],
		['female', 25, 3, true],
		['female', 26, 2, true],
		['male', 16, 6, false],
		['male', 40, 6, true],
		['male', 40, 5, false],
		['male', 15, 30, false]
	] as const)('%s aged %i with %i points: %s', (sex, ageInYears, score, isAbove) => {
		expect(assess([dudit], score, { sex, ageInYears }).bands.length === 1).toBe(isAbove);
	});

	it('says which of sex and age is missing', () => {
		expect(assess([dudit], 5).bandUnknownBecause).toBe('sex-and-age');
		expect(assess([dudit], 5, { sex: 'male' }).bandUnknownBecause).toBe('age');
		expect(assess([dudit], 5, { ageInYears: 20 }).bandUnknownBecause).toBe('sex');
		expect(assess([dudit], 5, { ageInYears: 20 }).possibleBands.map(({ from }) => from)).toEqual([3, 7]);
	});

	it('does not ask for age when the lines of the person’s sex have no age', () => {
		const set = plan('cut-off', [
			band('a', 3, 9, { sex: 'female', ageMin: 65 }),
			band('b', 5, 9, { sex: 'male' })
		]);
		expect(assess([set], 5, { sex: 'male' })).toMatchObject({
			bandUnknownBecause: null,
			bands: [{ label: 'b' }]
		});
		expect(assess([set], 5, { sex: 'female' }).bandUnknownBecause).toBe('age');
	});
});

describe('bands that cover the scale', () => {
	it('shows, when sex is unknown, the bands the score lies in for each', () => {
		const set = plan('bands', [
			band('låg', 0, 5, { sex: 'female' }),
			band('hög', 6, 40, { sex: 'female' }),
			band('låg', 0, 7, { sex: 'male' }),
			band('hög', 8, 40, { sex: 'male' })
		]);
		expect(assess([set], 7).possibleBands.map(({ label, sex }) => [label, sex])).toEqual([
			['hög', 'female'],
			['låg', 'male']
		]);
	});

	it('gives a shared edge to the upper band on a scale with fractions', () => {
		const set = plan('bands', [band('låg', 1, 2), band('mellan', 2, 3), band('hög', 3, 4)], false);
		const labelAt = (score: number) => assess([set], score).bands.map(({ label }) => label);
		expect(labelAt(1.999)).toEqual(['låg']);
		expect(labelAt(2)).toEqual(['mellan']);
		expect(labelAt(4)).toEqual(['hög']);
	});
});
