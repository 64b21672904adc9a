import { describe, expect, it } from 'vitest';
import type { BandSet } from '#lib/instruments/instrument.ts';
import type { AppliedBand, ScaleScore } from '#lib/scoring/score.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { describeChange, type ChangeScale, type Measurement } from './describe-change.ts';

// Made-up measurements on an AUDIT-like scale, 0–40, lower is better.
const riskZones: BandSet = {
	id: 'zones',
	source: 'made up',
	evidence: 'LOCAL',
	title: { sv: 'Zoner' },
	kind: 'bands',
	isDefault: true,
	bands: []
};
const scale: ChangeScale = { direction: 'lower-better', bandSets: [riskZones], change: null };
const low: AppliedBand = { set: 'zones', label: 'låg', from: 0, to: 7 };
const high: AppliedBand = { set: 'zones', label: 'hög', from: 8, to: 40 };

function score(value: number | null, more: Partial<ScaleScore> = {}): ScaleScore {
	return {
		score: value,
		reason: value === null ? 'missing-items' : null,
		answered: value === null ? 9 : 10,
		itemCount: 10,
		lowestPossible: value,
		highestPossible: value,
		isProrated: false,
		bands: [],
		bandUnknownBecause: null,
		possibleBands: [],
		...more
	};
}

function measured(day: string, of: ScaleScore, more: Partial<Measurement> = {}): Measurement {
	return {
		answeredOn: day as LocalDate,
		occasion: 'before',
		instrumentVersion: '1',
		score: of,
		...more
	};
}

const before = measured('2026-01-15', score(19, { bands: [high] }));
const after = measured('2026-07-15', score(6, { bands: [low] }), { occasion: 'after' });

describe('describeChange', () => {
	it('gives the difference in points, the days between, and the word from the scale’s direction', () => {
		const change = describeChange({ before, after, scale, recallDays: null });
		expect(change.difference).toBe(-13);
		expect(change.daysBetween).toBe(181);
		expect(change.verdict).toBe('better');
		expect(
			describeChange({ before, after, scale: { ...scale, direction: 'higher-better' }, recallDays: null })
				.verdict
		).toBe('worse');
	});

	it('says unchanged when the score is the same', () => {
		const again = measured('2026-07-15', score(19));
		expect(describeChange({ before, after: again, scale, recallDays: null }).verdict).toBe('unchanged');
	});

	it('follows the band from before to after', () => {
		expect(describeChange({ before, after, scale, recallDays: null }).bands).toEqual([
			{ set: 'zones', kind: 'bands', isDefault: true, before: high, after: low, hasMoved: true }
		]);
	});

	it('gives no band verdict when sex is unknown', () => {
		const unknown = measured('2026-07-15', score(6, { bandUnknownBecause: 'sex' }));
		expect(describeChange({ before, after: unknown, scale, recallDays: null }).bands).toEqual([]);
	});

	it('reads no band in a cut-off set as under the line', () => {
		const line: BandSet = { ...riskZones, kind: 'cut-off' };
		const under = measured('2026-07-15', score(3));
		const change = describeChange({
			before,
			after: under,
			scale: { ...scale, bandSets: [line] },
			recallDays: null
		});
		expect(change.bands).toEqual([
			{ set: 'zones', kind: 'cut-off', isDefault: true, before: high, after: null, hasMoved: true }
		]);
	});

	it('has no difference when a score is missing, and says which and what it could have been', () => {
		const missing = measured('2026-07-15', score(null, { lowestPossible: 5, highestPossible: 9 }));
		const change = describeChange({ before, after: missing, scale, recallDays: null });
		expect(change.difference).toBeNull();
		expect(change.verdict).toBeNull();
		expect(change.noDifferenceBecause).toBe('no-score-after');
		expect(change.possibleDifference).toEqual({ lowest: -14, highest: -10 });
		expect(change.reliability).toEqual({ kind: 'unknown', because: 'no-difference' });
	});

	it('names the missing score before, and both', () => {
		const missing = measured('2026-01-15', score(null));
		expect(describeChange({ before: missing, after, scale, recallDays: null }).noDifferenceBecause).toBe(
			'no-score-before'
		);
		expect(
			describeChange({ before: missing, after: missing, scale, recallDays: null }).noDifferenceBecause
		).toBe('no-score-either');
	});

	it('does not compare two versions of an instrument', () => {
		const newer = { ...after, instrumentVersion: '2' };
		const change = describeChange({ before, after: newer, scale, recallDays: null });
		expect(change.difference).toBeNull();
		expect(change.noDifferenceBecause).toBe('different-versions');
		expect(change.possibleDifference).toBeNull();
		expect(change.bands).toEqual([]);
	});

	it('warns when the questions ask further back than the time that has passed', () => {
		expect(describeChange({ before, after, scale, recallDays: 365 }).overlapsRecall).toEqual({
			recallDays: 365
		});
		expect(describeChange({ before, after, scale, recallDays: 181 }).overlapsRecall).toBeNull();
		expect(describeChange({ before, after, scale, recallDays: null }).overlapsRecall).toBeNull();
	});

	it('judges no reliable change when no SD and reliability are registered', () => {
		expect(describeChange({ before, after, scale, recallDays: null }).reliability).toEqual({
			kind: 'unknown',
			because: 'no-parameters'
		});
	});

	// tests/vectors/c_rci.json, dudit_10_points and dudit_9_points: the threshold is 9.92 with SD 8 and reliability .80.
	it('judges reliable change with registered parameters', () => {
		const parameters = {
			standardDeviation: 8,
			reliability: 0.8,
			reliabilityKind: 'alfa',
			group: 'made up',
			source: 'Berman 2005'
		};
		const withParameters = { ...scale, change: parameters };
		const nine = describeChange({
			before: measured('2025-01-01', score(34)),
			after: measured('2026-02-01', score(25)),
			scale: withParameters,
			recallDays: 365
		});
		const ten = describeChange({
			...nine,
			after: measured('2026-02-01', score(24)),
			scale: withParameters,
			recallDays: 365
		});
		expect(nine.reliability.kind === 'known' && nine.reliability.change.verdict).toBe('not-reliable');
		expect(ten.reliability.kind === 'known' && ten.reliability.change.verdict).toBe('reliably-better');
		expect(ten.reliability.kind === 'known' && ten.reliability.parameters.source).toBe('Berman 2005');
	});
});
