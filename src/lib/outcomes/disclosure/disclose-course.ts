/** The course of those measured before, after and once more later: the same persons at all three, as it may be shown. */
import { standardDeviation } from '../moments.ts';
import { median } from '../quantile.ts';
import { differenceInterval, summariseValues, type DifferenceInterval } from '../summarise-pairs.ts';
import { chooseGroups } from './choose-groups.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { hidden, show, type Shown } from './shown.ts';

export interface MeasuredCourse {
	readonly key: number;
	/** Score, and days after the first measurement. */
	readonly points: readonly { readonly score: number; readonly day: number }[];
}

export interface CoursePoint {
	/** Median days after the first measurement. */
	readonly day: number;
	readonly mean: number;
	/** 95 % t interval. */
	readonly interval: DifferenceInterval;
}

export interface ShownCourse {
	readonly n: number;
	readonly points: readonly CoursePoint[];
}

/**
 * Means at each measurement, of those who have them all. `paired` are the keys that other figures of the same report rest
 * on: what is left of them when the course's are taken away must not be few either.
 */
export function discloseCourse(
	paired: readonly number[],
	courses: readonly MeasuredCourse[],
	rule: DisclosureRule
): Shown<ShownCourse> {
	const members = new Set(courses.map(({ key }) => key));
	const isChosen = chooseGroups(new Set(paired), [{ value: 'course', members }], rule).has('course');
	const length = Math.min(...courses.map(({ points }) => points.length));
	if (!isChosen || !Number.isFinite(length)) return hidden;
	const at = Array.from({ length }, (_, index) => courses.flatMap(({ points }) => points[index] ?? []));
	const isAllAlike = at.some((points) => standardDeviation(points.map(({ score }) => score)) === 0);
	if (isAllAlike && members.size < rule.smallestKnownGroup) return hidden;
	return show({ n: members.size, points: at.map(toPoint) });
}

function toPoint(points: MeasuredCourse['points']): CoursePoint {
	const scores = points.map(({ score }) => score);
	return {
		day: median(points.map(({ day }) => day)) ?? 0,
		mean: summariseValues(scores).mean ?? 0,
		interval: differenceInterval(scores)
	};
}
