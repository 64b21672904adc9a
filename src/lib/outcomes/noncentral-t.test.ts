import { describe, expect, it } from 'vitest';
import { twoSidedT } from './distributions.ts';
import { noncentralTShareBelow, noncentralityInterval } from './noncentral-t.ts';

describe('the noncentral t', () => {
	it('is Student’s t when the truth is zero', () => {
		for (const df of [1, 2, 9, 199]) {
			expect(noncentralTShareBelow(twoSidedT(0.95, df), df, 0)).toBeCloseTo(0.975, 6);
		}
	});

	// scipy 1.17.1: stats.nct.cdf(t, df, ncp)
	it.each([
		[1.5, 4, 1, 0.6403408655900471],
		[-2, 12, -0.5, 0.08782580488498948],
		[3, 24, 2.5, 0.6661921314598228]
	])('has scipy’s share below %d with %d degrees of freedom around %d', (t, df, ncp, share) => {
		expect(noncentralTShareBelow(t, df, ncp)).toBeCloseTo(share, 9);
	});

	it('gives an interval that turns with the sign of t', () => {
		const [up, down] = [noncentralityInterval(2.1, 9), noncentralityInterval(-2.1, 9)];
		expect(up.low).toBeCloseTo(-down.high, 8);
		expect(up.high).toBeCloseTo(-down.low, 8);
	});
});
