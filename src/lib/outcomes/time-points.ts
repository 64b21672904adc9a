/** Lines through one person's measurements over time. Time is the real day number, never the order of the notes. */
import { mean, total } from './moments.ts';
import { median } from './quantile.ts';

export interface TimePoint {
	/** Day number, or any real time. */
	readonly time: number;
	readonly value: number;
}

export interface Line {
	/** Change per unit of time. */
	readonly slope: number;
	readonly intercept: number;
}

export interface TheilSenLine extends Line {
	/** Median of y − slope · t (SingleCaseES; scipy's "joint"): the one drawn. */
	readonly intercept: number;
	/** Median of y − slope · median of t (scipy's default), for checking against other programs. */
	readonly separateIntercept: number;
}

/**
 * The line whose slope is the median of all slopes between two points (Theil 1950, Sen 1968): one odd day does not turn it.
 * Null below two points at different times; pairs at the same time have no slope and are left out.
 */
export function theilSenLine(points: readonly TimePoint[]): TheilSenLine | null {
	const slopes = points.flatMap((one, index) =>
		points
			.slice(index + 1)
			.filter((other) => other.time !== one.time)
			.map((other) => (other.value - one.value) / (other.time - one.time))
	);
	const slope = median(slopes);
	if (slope === null) return null;
	const intercept = median(points.map(({ time, value }) => value - slope * time));
	const middleValue = median(points.map(({ value }) => value));
	const middleTime = median(points.map(({ time }) => time));
	if (intercept === null || middleValue === null || middleTime === null) return null;
	return { slope, intercept, separateIntercept: middleValue - slope * middleTime };
}

/** The ordinary least squares line. Null below two points at different times. */
export function leastSquaresLine(points: readonly TimePoint[]): Line | null {
	const middleTime = mean(points.map(({ time }) => time));
	const middleValue = mean(points.map(({ value }) => value));
	if (middleTime === null || middleValue === null) return null;
	const spread = total(points.map(({ time }) => (time - middleTime) ** 2));
	if (spread === 0) return null;
	const product = total(points.map(({ time, value }) => (time - middleTime) * (value - middleValue)));
	const slope = product / spread;
	return { slope, intercept: middleValue - slope * middleTime };
}
