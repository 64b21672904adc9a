/**
 * Kendall's tau-b: how far two rankings agree, with ties counted out of both. Null when one of the lists is all ties or
 * there are fewer than two pairs. Beside a phase number it is another measure than the Tau of single-case designs.
 */
export function kendallTauB(one: readonly number[], other: readonly number[]): number | null {
	let agreement = 0;
	let untiedOne = 0;
	let untiedOther = 0;
	for (let first = 0; first < one.length; first += 1) {
		for (let second = first + 1; second < one.length; second += 1) {
			const a = Math.sign((one[second] ?? NaN) - (one[first] ?? NaN));
			const b = Math.sign((other[second] ?? NaN) - (other[first] ?? NaN));
			agreement += a * b;
			untiedOne += Math.abs(a);
			untiedOther += Math.abs(b);
		}
	}
	if (untiedOne === 0 || untiedOther === 0) return null;
	return agreement / Math.sqrt(untiedOne * untiedOther);
}
