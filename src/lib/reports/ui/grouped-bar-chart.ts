/**
 * A cross-table of many values, or of values that one may have several of: a bar for each value under its group's name. As
 * parts of one line they could not be told apart, and shares that add up to more than a whole have no place there.
 */
import { drawBars, type Bar } from '#lib/charts/bars-drawing.ts';
import type { Chart } from '#lib/charts/chart.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CountsFigure } from '../report-figure.ts';
import { highestShare } from './bar-chart.ts';
import { cellText, noteOf, numberText, percent, shareOf, type ChartContext } from './chart-context.ts';
import { countNotes, countTable, namedRows, sentenceOf } from './count-rows.ts';
import { findMost, mostTitle, rangeTitle } from './count-title.ts';
import { countedText, valueWord } from './report-words.ts';

/** As many as can be told apart as parts of one line, on paper too. */
const mostParts = 6;

export function needsBars({ by, names, values, hasSeveral }: CountsFigure): boolean {
	return by !== null && names.kind === 'grouping' && (hasSeveral || values.length > mostParts);
}

export function toGroupedBarChart(figure: CountsFigure, context: ChartContext): Chart {
	const table = countTable(figure, context);
	const bars = namedRows(figure, context.labels).flatMap((row) => barsOf(row, figure, context));
	const highest = highestShare(bars);
	const most = findMost(figure);
	const hasNone = figure.counts.groups.some(({ cells }) =>
		cells.some((cell) => cell.kind === 'shown' && cell.value.count === 0)
	);
	return {
		key: figure.key,
		title: (most && rangeTitle(figure, most.index, context)) ?? mostTitle(figure, context),
		lead: '',
		summary: sentenceOf(table),
		note: noteOf([...countNotes(figure), ...(hasNone ? [m.report_note_none_left_out()] : [])], context),
		table,
		draw: (size) =>
			drawBars(
				{
					bars,
					highest,
					lowestText: percent(0, context.language),
					highestText: percent(highest, context.language)
				},
				size
			)
	};
}

/** The group's values that some have, and last how many more there are that may not be shown. */
function barsOf(
	{ name, group }: ReturnType<typeof namedRows>[number],
	figure: CountsFigure,
	{ labels, language }: ChartContext
): readonly Bar[] {
	const shown = group.cells.flatMap((cell, index): Omit<Bar, 'heading'>[] => {
		if (cell.kind === 'hidden' || cell.value.count === 0) return [];
		const value = figure.values[index] ?? '';
		return [
			{
				key: `${group.value} ${value}`,
				label: valueWord(figure.names, value, labels),
				value: shareOf(cell),
				interval: null,
				valueText: cellText(cell, language)
			}
		];
	});
	const hidden = group.cells.filter(({ kind }) => kind === 'hidden').length;
	const rest: Bar = {
		key: `${group.value} hidden`,
		label: shown.length === 0 ? m.report_all_values() : m.report_more_values({ count: hidden }),
		value: null,
		interval: null,
		valueText: m.report_hidden()
	};
	const bars = hidden > 0 ? [...shown, rest] : shown;
	const heading = `${name}, ${countedText(figure.unit, numberText(group.people))}`;
	return bars.map((bar, index) => (index === 0 ? { ...bar, heading } : bar));
}
