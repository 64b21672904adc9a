import { describe, expect, it } from 'vitest';
import vectors from '#tests/vectors/c_rci.json' with { type: 'json' };
import { reliableChange } from './reliable-change.ts';

const verdicts = {
	improved: 'reliably-better',
	worsened: 'reliably-worse',
	no_reliable_change: 'not-reliable'
} as const;

const withParameters = vectors.cases.filter(({ expected }) => expected.reliable !== null);
const withoutParameters = vectors.cases.filter(({ expected }) => expected.reliable === null);

describe('reliableChange', () => {
	it.each(withParameters)('reproduces R for $id: $description', ({ input, expected }) => {
		const change = reliableChange({
			before: input.pre,
			after: input.post,
			direction: input.higher_is_better ? 'higher-better' : 'lower-better',
			parameters: { standardDeviation: input.sd_ref ?? NaN, reliability: input.reliability ?? NaN },
			z: input.z
		});
		expect(change?.standardErrorOfMeasurement).toBeCloseTo(expected.se_measurement ?? NaN, 9);
		expect(change?.standardErrorOfDifference).toBeCloseTo(expected.s_diff ?? NaN, 9);
		expect(change?.index).toBeCloseTo(expected.rci ?? NaN, 9);
		expect(change?.thresholdPoints).toBeCloseTo(expected.threshold_points ?? NaN, 9);
		expect(change?.thresholdWholePoints).toBe(expected.threshold_whole_points);
		expect(change?.verdict).toBe(verdicts[expected.reliable as keyof typeof verdicts]);
	});

	it.each(withoutParameters)('gives nothing for $id: $description', ({ input }) => {
		const parameters = { standardDeviation: input.sd_ref ?? NaN, reliability: input.reliability ?? NaN };
		expect(
			reliableChange({ before: input.pre, after: input.post, direction: 'lower-better', parameters })
		).toBeNull();
	});

	it('refuses a reliability of 1 or more, below 0, and an SD of 0', () => {
		const change = { before: 20, after: 8, direction: 'lower-better' } as const;
		expect(reliableChange({ ...change, parameters: { standardDeviation: 6.5, reliability: 1 } })).toBeNull();
		expect(
			reliableChange({ ...change, parameters: { standardDeviation: 6.5, reliability: -0.1 } })
		).toBeNull();
		expect(reliableChange({ ...change, parameters: { standardDeviation: 0, reliability: 0.8 } })).toBeNull();
	});
});
