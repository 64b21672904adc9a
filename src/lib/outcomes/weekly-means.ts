import type { Note } from './describe-single-case.ts';
import { mean } from './moments.ts';

export interface WeeklyMean {
	/** 1 = the first seven days. */
	readonly week: number;
	/** Mean of the days that were noted; null when none was. */
	readonly mean: number | null;
	readonly daysNoted: number;
}

/**
 * Means per week of days counted from 1, as a coarser view of daily notes. A week with missing days is a mean of fewer days:
 * dividing by seven would turn a missed note into "0 times".
 */
export function weeklyMeans(notes: readonly Note[]): WeeklyMean[] {
	const lastWeek = Math.max(0, ...notes.map(({ day }) => weekOf(day)));
	return Array.from({ length: lastWeek }, (_, index) => {
		const values = notes
			.filter(({ day }) => weekOf(day) === index + 1)
			.flatMap(({ value }) => (value === null ? [] : [value]));
		return { week: index + 1, mean: mean(values), daysNoted: values.length };
	});
}

function weekOf(day: number): number {
	return Math.ceil(day / 7);
}
