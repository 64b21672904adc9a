/**
 * GRIM (Brown & Heathers): the mean of n whole-number answers must be a whole sum divided by n. Gives the sums that print
 * the mean, in whole hundredths, with n answers of at most `highest` points.
 */
export function possibleSums(meanHundredths: number, n: number, highest: number): number[] {
	const sums = Array.from({ length: highest * n + 1 }, (_, sum) => sum);
	return sums.filter((sum) => Math.abs(200 * sum - 2 * meanHundredths * n) <= n);
}

/** The largest number of answers, not above the printed one, that can print the mean. */
export function largestPossibleN(meanHundredths: number, printedN: number, highest: number): number | undefined {
	const candidates = Array.from({ length: printedN }, (_, index) => printedN - index);
	return candidates.find((n) => possibleSums(meanHundredths, n, highest).length > 0);
}
