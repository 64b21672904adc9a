/** Before, after and later as a line with its phases: whether what had changed at the end lasts. */
import type { Chart, ChartTable } from '#lib/charts/chart.ts';
import { drawCourse } from '#lib/charts/course-drawing.ts';
import type { CoursePoint, ShownCourse } from '#lib/outcomes/disclosure/disclose-course.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, type NumberLanguage } from '#lib/shared/decimal.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import type { CourseFigure } from '../report-figure.ts';
import { endText } from './change-table.ts';
import { noteOf, points, type ChartContext } from './chart-context.ts';
import { sentenceOf } from './count-rows.ts';

const daysInMonth = 30.44;

/** None where it is hidden. */
export function toCourseCharts({ course, scale }: CourseFigure, context: ChartContext): Chart[] {
	if (course.kind === 'hidden') return [];
	const { n, points: measured } = course.value;
	const { language } = context;
	const names = [m.report_before(), m.report_after(), m.report_course_later()];
	const table: ChartTable = {
		head: [
			m.report_course_when(),
			m.report_course_month(),
			m.report_means_mean(),
			m.report_change_interval(),
			m.report_table_n()
		],
		rows: measured.map((point, index) => [
			names[index] ?? '',
			months(point, language),
			points(point.mean, language),
			intervalText(point, language),
			countText(n)
		])
	};
	const [, after] = measured;
	return [
		{
			key: 'course',
			title: titleOf(course.value, language),
			lead:
				scale.direction === 'lower-better'
					? m.report_change_lead_lower({ scale: context.scale })
					: m.report_change_lead_higher({ scale: context.scale }),
			summary: sentenceOf(table),
			note: noteOf([m.report_course_note({ n: countText(n) }), m.report_note_regression()], context),
			table,
			draw: (size) =>
				drawCourse(
					{
						points: measured.map((point, index) => ({
							key: String(index),
							day: point.day,
							label: names[index] ?? '',
							date: [m.report_course_month_of({ month: months(point, language) })],
							value: point.mean,
							valueText: points(point.mean, language),
							possible:
								point.interval.kind === 'interval'
									? { lowest: point.interval.low, highest: point.interval.high }
									: null
						})),
						phases: [
							{ key: 'with', label: m.report_course_phase_with(), fromDay: 0, toDay: after?.day ?? 0 },
							{ key: 'after', label: m.report_course_phase_after(), fromDay: after?.day ?? 0, toDay: null }
						],
						lowest: scale.lowest,
						highest: scale.highest,
						lowestText: endText(scale, scale.lowest),
						highestText: endText(scale, scale.highest)
					},
					size
				)
		}
	];
}

function titleOf({ points: measured }: ShownCourse, language: NumberLanguage): string {
	const [before, after, later] = measured.map(({ mean }) => points(mean, language));
	return m.report_course_title({ before: before ?? '', after: after ?? '', later: later ?? '' });
}

function months({ day }: CoursePoint, language: NumberLanguage): string {
	return formatDecimal(day / daysInMonth, 0, language);
}

function intervalText({ interval }: CoursePoint, language: NumberLanguage): string {
	if (interval.kind === 'none') return '–';
	return m.report_from_to({ low: points(interval.low, language), high: points(interval.high, language) });
}
