import { describe, expect, it } from 'vitest';
import { discloseCourse, type MeasuredCourse } from './disclose-course.ts';
import { findDisclosureRule } from './disclosure-rules.ts';

const rule = findDisclosureRule({ audience: 'unit' });

/** Made-up persons who are measured at 0, 180 and 360 days. */
function courses(count: number): MeasuredCourse[] {
	return Array.from({ length: count }, (_, key) => ({
		key,
		points: [20, 12, 14].map((score, index) => ({ score: score + (key % 3), day: 180 * index }))
	}));
}
const keys = (count: number): number[] => Array.from({ length: count }, (_, key) => key);

describe('the course of those measured three times', () => {
	it('has the means of the same persons at each time, with days and intervals', () => {
		const course = discloseCourse(keys(30), courses(12), rule);
		expect(course).toMatchObject({ kind: 'shown', value: { n: 12 } });
		if (course.kind !== 'shown') return;
		expect(course.value.points.map(({ day, mean }) => [day, mean])).toEqual([
			[0, 21],
			[180, 13],
			[360, 15]
		]);
	});

	it('is hidden below ten, and where those measured twice only would be what is left of few', () => {
		expect(discloseCourse(keys(30), courses(9), rule).kind).toBe('hidden');
		expect(discloseCourse(keys(14), courses(12), rule).kind).toBe('hidden');
	});
});
