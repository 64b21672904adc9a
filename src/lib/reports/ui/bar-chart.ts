/** Counts or shares as bars, each told by itself. */
import { drawBars, type Bar } from '#lib/charts/bars-drawing.ts';
import type { Chart } from '#lib/charts/chart.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, type NumberLanguage } from '#lib/shared/decimal.ts';
import type { CountsFigure } from '../report-figure.ts';
import { cellText, hiddenCell, noteOf, percent, shareOf, type ChartContext } from './chart-context.ts';
import { countNotes, countTable, namedRows, sentenceOf } from './count-rows.ts';
import { hiddenTitle, mostTitle } from './count-title.ts';
import { countedText, valueWord } from './report-words.ts';

export function toBarChart(figure: CountsFigure, context: ChartContext): Chart {
	const { labels, language } = context;
	const rows = namedRows(figure, labels);
	const table = countTable(figure, context);
	const isNumber = figure.names.kind === 'words' && figure.names.set === 'number';
	const bars = isNumber ? countBars(rows, language) : shareBars(figure, rows, context);
	const highest = isNumber ? niceCount(topOf(bars)) : highestShare(bars);
	return {
		key: figure.key,
		title: barTitle(figure, context, isNumber),
		lead: '',
		summary: sentenceOf(table),
		note: noteOf(
			[...countNotes(figure), ...(bars.some(({ interval }) => interval) ? [m.report_note_whisker()] : [])],
			context
		),
		table,
		draw: (size) =>
			drawBars(
				{
					bars,
					highest,
					lowestText: isNumber ? '0' : percent(0, language),
					highestText: isNumber ? String(highest) : percent(highest, language)
				},
				size
			)
	};
}

const topOf = (bars: readonly Bar[]): number =>
	Math.max(0, ...bars.map(({ value, interval }) => Math.max(value ?? 0, interval?.high ?? 0)));

/** The tenth at or over the highest share. */
export function highestShare(bars: readonly Bar[]): number {
	return Math.min(1, Math.ceil(10 * Math.max(topOf(bars), 0.1)) / 10);
}

export function niceCount(top: number): number {
	const step = top > 200 ? 50 : top > 50 ? 20 : 10;
	return Math.max(step, Math.ceil(top / step) * step);
}

function countBars(rows: ReturnType<typeof namedRows>, language: NumberLanguage): Bar[] {
	// Everybody together is in the title and the table: beside its parts it would only shorten them.
	const parts = rows.length > 1 ? rows.slice(0, -1) : rows;
	return parts.map(({ name, group }): Bar => {
		const { people } = group;
		const value = people.kind === 'shown' ? people.value : null;
		const valueText = value === null ? m.report_hidden() : formatDecimal(value, 0, language);
		return { key: group.value || 'all', label: name, value, interval: null, valueText };
	});
}

function shareBars(
	figure: CountsFigure,
	rows: ReturnType<typeof namedRows>,
	{ labels, language }: ChartContext
): Bar[] {
	return figure.values.flatMap((value, index) =>
		rows.map(({ name, group }, row): Bar => {
			const cell = group.cells[index] ?? hiddenCell;
			const word = valueWord(figure.names, value, labels);
			const isDivided = rows.length > 1;
			const isAll = row === rows.length - 1;
			return {
				key: `${value} ${group.value}`,
				label: isDivided ? name : word,
				value: shareOf(cell),
				interval: cell.kind === 'shown' ? cell.value.interval : null,
				valueText: cell.kind === 'hidden' ? m.report_hidden() : cellText(cell, language),
				paint: isDivided && isAll ? 'step-4' : 'accent',
				...(isDivided && row === 0 ? { heading: word } : {})
			};
		})
	);
}

function barTitle(figure: CountsFigure, context: ChartContext, isNumber: boolean): string {
	if (!isNumber) return mostTitle(figure, context);
	const { people } = figure.counts.all;
	return people.kind === 'hidden'
		? hiddenTitle(figure)
		: m.report_count_title({ counted: countedText(figure.unit, people.value) });
}
