/** "Förbättras våra klienter?" and "För vem?": change from before to after, for all and for each group. Never a cause. */
import { discloseChange, type KeyedPair } from '#lib/outcomes/disclosure/disclose-change.ts';
import { discloseCourse, type MeasuredCourse } from '#lib/outcomes/disclosure/disclose-course.ts';
import { discloseCounts, type CountedGroup } from '#lib/outcomes/disclosure/disclose-counts.ts';
import { hidden } from '#lib/outcomes/disclosure/shown.ts';
import { daysBetween } from '#lib/shared/local-date.ts';
import type { ChosenScale } from './answer-question.ts';
import { discloseMissing } from './count-figure.ts';
import { divideCases } from './divide-cases.ts';
import { hasOtherVersion, laterOf, pairOf, type MeasuredPair } from './measured-pairs.ts';
import type { ChangeFigure, CountsFigure, CourseFigure, FigureInput, ReportFigure } from './report-figure.ts';
import { listParts } from './scale-parts.ts';

/** The change with its parts, and how the scores lie over the scale before and after. */
export function reportImprovement(input: FigureInput, measure: ChosenScale): readonly ReportFigure[] {
	const course = courseFigure(input, measure);
	return [changeFigure(input, measure), ...(course ? [course] : []), bandFigure(input, measure)];
}

/** The means of those who were measured once more, later; null when nobody has been, or too few. */
function courseFigure({ cases, rule }: FigureInput, measure: ChosenScale): CourseFigure | null {
	const pairs = cases.map((one) => pairOf(one, measure)).filter(({ before, after }) => before && after);
	const courses = pairs.flatMap(({ one, before, after }): MeasuredCourse[] => {
		const later = laterOf(one, measure);
		const points = [before, after, later].flatMap((score) =>
			score && score.score !== null && before
				? [{ score: score.score, day: daysBetween(before.answeredOn, score.answeredOn) }]
				: []
		);
		return points.length === 3 ? [{ key: one.key, points }] : [];
	});
	const paired = pairs.map(({ one }) => one.key);
	const course = discloseCourse(paired, courses, rule);
	if (course.kind === 'hidden') return null;
	const { lowest, highest, direction } = measure.scaleOf;
	return { kind: 'course', key: 'course', course, scale: { lowest, highest, direction } };
}

/**
 * Everybody's change and each group's by the same rules: means, quartiles, the t interval, the standardised change and the
 * shares with Wilson intervals. Scores from another version of the form than the report's are left out and counted.
 */
export function changeFigure({ cases, by, rule }: FigureInput, measure: ChosenScale): ChangeFigure {
	const measured = cases.filter(({ scores }) =>
		scores.some(({ instrumentId }) => instrumentId === measure.instrumentId)
	);
	const pairs = measured.map((one) => pairOf(one, measure));
	const paired = pairs.filter(({ before, after }) => before && after).map(({ one }) => one);
	const { groupsOf, order, withUnknown } = divideCases(paired, by, rule.smallestGroup);
	const rows = pairs.map(({ one, before, after }): KeyedPair => ({
		key: one.key,
		before: before?.score ?? null,
		after: after?.score ?? null,
		groups: groupsOf(one)
	}));
	const { lowest, highest, direction, change: parameters } = measure.scaleOf;
	const otherVersions = measured.filter((one) => hasOtherVersion(one, measure)).length;
	return {
		kind: 'change',
		key: 'change',
		by,
		withUnknown,
		change: discloseChange(
			{
				rows,
				order,
				direction,
				criterion: parameters ? { kind: 'reliable', ...parameters } : { kind: 'any-point' }
			},
			rule
		),
		scale: { lowest, highest, direction },
		otherVersions: discloseMissing(paired.length, otherVersions, rule),
		isWithinRecall: isMostlyWithin(pairs, measure.instrument.recall?.days ?? 0),
		hasReliableChange: parameters !== null
	};
}

function isMostlyWithin(pairs: readonly MeasuredPair[], days: number): boolean {
	const apart = pairs.flatMap(({ before, after }) =>
		before && after ? [daysBetween(before.answeredOn, after.answeredOn)] : []
	);
	return apart.filter((one) => one < days).length > apart.length / 2;
}

/** How the scores lie over the scale before and after, of those with both: in five equal parts, or the scale's bands. */
function bandFigure({ cases, rule }: FigureInput, measure: ChosenScale): CountsFigure {
	const pairs = cases.flatMap((one) => {
		const { before, after } = pairOf(one, measure);
		return before && after ? [{ before, after }] : [];
	});
	const parts = listParts(measure);
	const count = (value: 'before' | 'after'): CountedGroup => ({
		value,
		people: pairs.length,
		counts: parts.map(
			({ from, to }) =>
				pairs.filter((pair) => (pair[value].score ?? NaN) >= from && (pair[value].score ?? NaN) <= to).length
		)
	});
	const before = count('before');
	return {
		kind: 'counts',
		key: 'bands',
		drawn: 'stack',
		names: { kind: 'words', set: 'bands' },
		values: parts.map(({ from, to }) => `${from}–${to}`),
		by: null,
		withUnknown: null,
		unit: 'cases',
		counts: discloseCounts(
			{ all: before, groups: [before, count('after')], rest: null, isOverlapping: true },
			rule
		),
		isOverlapping: false,
		hasSeveral: false,
		missing: hidden,
		isWorstLast: measure.scaleOf.direction === 'lower-better'
	};
}
