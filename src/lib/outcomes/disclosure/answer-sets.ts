/** How much a mean says about the answers behind it: in how many ways they can have fallen. */

export interface PublishedMean {
	readonly n: number;
	/** The mean times n: with two decimals and fewer than a hundred answers the reader can work it out. */
	readonly sum: number;
	/** Every score that an answer can give. */
	readonly scores: readonly number[];
	/** Counting stops here. */
	readonly atMost: number;
}

/**
 * In how many ways n answers with these scores can have the sum, no more than `atMost`. None when they cannot. The order of
 * the answers does not count: who answered what is not asked.
 */
export function countAnswerSets({ n, sum, scores, atMost }: PublishedMean): number {
	const sorted = [...new Set(scores)].sort((a, b) => b - a);
	return countFrom(sorted, n, sum, atMost);
}

function countFrom(scores: readonly number[], n: number, sum: number, atMost: number): number {
	const [highest, ...rest] = scores;
	if (n === 0) return sum === 0 ? 1 : 0;
	const lowest = scores.at(-1);
	if (highest === undefined || lowest === undefined) return 0;
	if (sum > n * highest || sum < n * lowest) return 0;
	if (rest.length === 0) return 1;
	let found = 0;
	for (let answers = 0; answers <= n && found < atMost; answers += 1) {
		found += countFrom(rest, n - answers, sum - answers * highest, atMost - found);
	}
	return found;
}
