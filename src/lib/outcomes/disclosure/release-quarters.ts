/**
 * When new answers begin to count in a published figure. A figure that moved with every answer would tell what the last
 * one was: the difference between two looks. So answers are let in by whole quarters that are over, and only when they are
 * at least k together; until then they wait. The same answers always give the same quarters, so what has been shown once
 * is never taken back and needs no list of earlier publications.
 */
import type { Quarter } from '#lib/shared/local-date.ts';

export interface QuarterCount {
	readonly quarter: Quarter;
	/** Answers of the quarter that the figure rests on. */
	readonly answers: number;
}

/** The quarters whose answers count, in order: each step from one figure to the next is none or at least k answers. */
export function releaseQuarters(
	counted: readonly QuarterCount[],
	today: Quarter,
	smallestGroup: number
): Quarter[] {
	return listReleaseBlocks(counted, today, smallestGroup).flat();
}

/** The same quarters in the blocks that they were let in by: each has at least k answers together. */
export function listReleaseBlocks(
	counted: readonly QuarterCount[],
	today: Quarter,
	smallestGroup: number
): Quarter[][] {
	const over = counted
		.filter(({ quarter }) => quarter < today)
		.toSorted((a, b) => (a.quarter < b.quarter ? -1 : a.quarter > b.quarter ? 1 : 0));
	const blocks: Quarter[][] = [];
	let waiting: Quarter[] = [];
	let answers = 0;
	for (const one of over) {
		waiting.push(one.quarter);
		answers += one.answers;
		if (answers < smallestGroup) continue;
		blocks.push(waiting);
		waiting = [];
		answers = 0;
	}
	return blocks;
}
