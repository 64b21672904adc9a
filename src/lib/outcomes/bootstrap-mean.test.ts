import { describe, expect, it } from 'vitest';
import { bootstrapMean } from './bootstrap-mean.ts';
import { differenceInterval } from './summarise-pairs.ts';

describe('resampling', () => {
	// Made-up differences.
	const differences = [-9, -2, -4, 0, 3, -8, -1, -5, 2, -7];

	it('gives the same figures for the same seed, and others for another', () => {
		expect(bootstrapMean(differences, { seed: 7 })).toEqual(bootstrapMean(differences, { seed: 7 }));
		expect(bootstrapMean(differences, { seed: 8 })).not.toEqual(bootstrapMean(differences, { seed: 7 }));
	});

	it('makes every resample up to six values, so that no seed matters', () => {
		const few = differences.slice(0, 4);
		expect(bootstrapMean(few, { seed: 1 })).toEqual(bootstrapMean(few, { seed: 2 }));
		expect(bootstrapMean(few, { seed: 1 })).toMatchObject({ resamples: 256, isExact: true });
	});

	// tests/vectors/a2_bootstrap.json, exact_n5: the reason why it is no more than a check of the t interval.
	it('is narrower than the t interval for five persons', () => {
		const five = [-19, -30, 0, 4, -14];
		const interval = differenceInterval(five);
		expect(bootstrapMean(five, { seed: 1 })?.high).toBeLessThan(0);
		expect(interval.kind === 'interval' && interval.high).toBeGreaterThan(0);
	});

	it('is null for nobody', () => {
		expect(bootstrapMean([], { seed: 1 })).toBeNull();
	});
});
