import { describe, expect, it } from 'vitest';
import { studentTQuantile } from './student-t-quantile.ts';

describe('studentTQuantile', () => {
	// scipy 1.17.1: stats.t.ppf(.975, df). R's own t intervals are checked in mean-interval.test.ts.
	it.each([
		[1, 12.7062047361747],
		[2, 4.30265272974946],
		[3, 3.18244630528371],
		[4, 2.77644510519779],
		[9, 2.2621571627982],
		[10, 2.22813885198627],
		[24, 2.06389856162803],
		[27, 2.05183051648029],
		[36, 2.02809400098045],
		[79, 1.99045021023013],
		[1000, 1.96233908082641],
		[100000, 1.95998770753456]
	])('gives the 97.5 % point for %d degrees of freedom', (degreesOfFreedom, expected) => {
		expect(studentTQuantile(0.95, degreesOfFreedom)).toBeCloseTo(expected, 9);
	});

	// scipy 1.17.1: stats.t.ppf(.995, df)
	it.each([
		[1, 63.6567411628717],
		[12, 3.05453958934315]
	])('gives the 99 % point for %d degrees of freedom', (degreesOfFreedom, expected) => {
		expect(studentTQuantile(0.99, degreesOfFreedom)).toBeCloseTo(expected, 7);
	});

	it('refuses what has no quantile', () => {
		expect(studentTQuantile(0.95, 0)).toBeNull();
		expect(studentTQuantile(0.95, 2.5)).toBeNull();
		expect(studentTQuantile(1, 5)).toBeNull();
	});
});
