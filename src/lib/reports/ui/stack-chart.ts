/** Shares of a whole, side by side for each group. */
import type { Chart, ChartTable } from '#lib/charts/chart.ts';
import type { Paint } from '#lib/charts/drawing.ts';
import { drawStacks, stepsFor, type StackRow } from '#lib/charts/stacks-drawing.ts';
import type { CountedShare } from '#lib/outcomes/change-shares.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NumberLanguage } from '#lib/shared/decimal.ts';
import type { CountsFigure } from '../report-figure.ts';
import {
	cellText,
	hiddenCell,
	noteOf,
	numberText,
	percent,
	secret,
	shareOf,
	type ChartContext
} from './chart-context.ts';
import { countNotes, countTable, hasHidden, namedRows, sentenceOf } from './count-rows.ts';
import { findMost, hiddenTitle, mostTitle, movedTitle, rangeTitle } from './count-title.ts';
import { countedText, valueWord } from './report-words.ts';

export function toStackChart(figure: CountsFigure, context: ChartContext): Chart {
	const table = countTable(figure, context);
	const { title, lead } = stackWords(figure, context);
	return {
		key: figure.key,
		title,
		lead,
		summary: sentenceOf(table),
		note: noteOf([...countNotes(figure), ...ownNotes(figure)], context),
		table,
		draw: drawStackOf(figure, namedRows(figure, context.labels), context)
	};
}

/** As in the flow: those lost are striped. */
const lossPaints: readonly Paint[] = ['step-0', 'hatch'];

function ownNotes({ key }: CountsFigure): string[] {
	return key === 'came-back' ? [m.report_note_came_back()] : [];
}

function drawStackOf(
	figure: CountsFigure,
	rows: ReturnType<typeof namedRows>,
	{ labels, language }: ChartContext,
	isWorstLast = false
): Chart['draw'] {
	const inOrder = stepsFor(figure.values.length);
	// On a scale the points stand in their order; the dark end is where it is worst.
	const paints: readonly Paint[] =
		figure.key === 'lost' ? lossPaints : isWorstLast ? inOrder.toReversed() : inOrder;
	const parts = figure.values.map((value, index) => ({
		name: valueWord(figure.names, value, labels),
		paint: paints[index] ?? ('step-5' as Paint)
	}));
	const stackRows = rows.map(({ name, group }) =>
		toStackRow(
			name,
			group.value || 'all',
			group.cells,
			countedText(figure.unit, numberText(group.people)),
			language
		)
	);
	return (size) => drawStacks({ parts, rows: stackRows, hiddenMark: secret }, size);
}

export function toStackRow(
	label: string,
	key: string,
	cells: readonly Shown<CountedShare>[],
	countText: string,
	language: NumberLanguage
): StackRow {
	const total = cells.reduce((sum, cell) => sum + (shareOf(cell) ?? 0), 0);
	return {
		key,
		label,
		countText,
		// Of mentions where several could be chosen: the parts of a whole must add up to one.
		shares: cells.map((cell) => {
			const share = shareOf(cell);
			return share === null ? null : total > 1 ? share / total : share;
		}),
		shareTexts: cells.map((cell) => {
			const share = shareOf(cell);
			return share === null ? '' : percent(share, language);
		}),
		hiddenText: m.report_hidden()
	};
}

interface StackWords {
	readonly title: string;
	readonly lead: string;
}

function stackWords(figure: CountsFigure, context: ChartContext): StackWords {
	const { labels, titles, language } = context;
	const { cells } = figure.counts.all;
	const word = (index: number): string => valueWord(figure.names, figure.values[index] ?? '', labels);
	if (figure.key === 'judged-goal') {
		const met = shareOfGoals(figure);
		const title = met === null ? null : m.report_goal_title({ share: percent(met, language) });
		return { title: title ?? mostTitle(figure, context), lead: m.report_goal_lead() };
	}
	if (figure.names.kind === 'question') {
		const lead = titles[figure.names.question] ?? '';
		const [one, other] = [shareOf(cells[0]), shareOf(cells[1])];
		if (one === null || other === null) return { title: mostTitle(figure, context), lead };
		const share = percent(one + other, language);
		return { title: m.report_opinion_title({ share, first: word(0), second: word(1) }), lead };
	}
	if (figure.names.kind === 'grouping') {
		const most = findMost(figure);
		const range = most && rangeTitle(figure, most.index, context);
		return { title: range ?? mostTitle(figure, context), lead: '' };
	}
	const range = rangeTitle(figure, 0, context);
	const share = shareOf(cells[0]);
	const title =
		share === null ? null : m.report_stack_title({ value: word(0), share: percent(share, language) });
	return { title: range ?? title ?? hiddenTitle(figure), lead: '' };
}

/** Of those that could be judged, the share whose goals were all met; null where something of it is hidden. */
function shareOfGoals({ values, counts: { all } }: CountsFigure): number | null {
	const judged = values.flatMap((value, index) => {
		const cell = all.cells[index];
		return value === '6' || cell?.kind !== 'shown' ? [] : [{ value, count: cell.value.count }];
	});
	const total = judged.reduce((sum, { count }) => sum + count, 0);
	const met = judged.filter(({ value }) => value === '1' || value === '3');
	const isWhole = all.cells.every(({ kind }) => kind === 'shown') && total > 0;
	return isWhole ? met.reduce((sum, { count }) => sum + count, 0) / total : null;
}

export function toBandChart(figure: CountsFigure, context: ChartContext): Chart {
	const names = [m.report_before(), m.report_after()];
	const rows = figure.counts.groups.map((group, index) => ({ name: names[index] ?? '', group }));
	const table: ChartTable = {
		head: [
			m.report_table_group(),
			...figure.values.map((value) => valueWord(figure.names, value, context.labels)),
			m.report_table_n()
		],
		rows: rows.map(({ name, group }) => [
			name,
			...group.cells.map((cell) => cellText(cell, context.language)),
			numberText(group.people)
		])
	};
	const all = figure.counts.groups[0]?.people ?? hiddenCell;
	return {
		key: figure.key,
		title: movedTitle(figure, context),
		lead: m.report_bands_lead({ scale: context.scale }),
		summary: sentenceOf(table),
		note: noteOf(
			[
				m.report_note_n({ counted: countedText('cases', numberText(all)) }),
				...(hasHidden(figure.counts.all, figure.counts.groups)
					? [m.report_hidden_long({ symbol: secret })]
					: [])
			],
			context
		),
		table,
		draw: drawStackOf(figure, rows, context, figure.isWorstLast)
	};
}
