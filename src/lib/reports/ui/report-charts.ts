/** Figures as charts: a title that says the finding, a sentence, what it rests on, the same numbers as a table, a drawing. */
import { drawBars, type Bar } from '#lib/charts/bars-drawing.ts';
import type { ChartTable } from '#lib/charts/ChartFigure.svelte';
import type { Drawing, DrawingSize, Paint } from '#lib/charts/drawing.ts';
import { drawFlow } from '#lib/charts/flow-drawing.ts';
import { drawSlopes, type Slope } from '#lib/charts/slope-drawing.ts';
import { drawStacks, stepsFor, type StackRow } from '#lib/charts/stacks-drawing.ts';
import type { CountedShare } from '#lib/outcomes/change-shares.ts';
import type { ShownChange } from '#lib/outcomes/disclosure/disclose-change.ts';
import type { ShownGroup } from '#lib/outcomes/disclosure/disclose-counts.ts';
import { hiddenSymbols, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, type NumberLanguage } from '#lib/shared/decimal.ts';
import type { ReportPeriod } from '../figure-footing.ts';
import type { ChangeFigure, CountsFigure, DurationFigure, ReportFigure } from '../make-figures.ts';
import type { ReportQuestion } from '../report-questions.ts';
import { countedText, groupingWord, groupWord, valueWord, type CodeLabels } from './report-words.ts';

export interface ReportChart {
	readonly key: string;
	readonly title: string;
	readonly lead: string;
	readonly summary: string;
	readonly note: string;
	readonly table: ChartTable;
	draw(size: DrawingSize): Drawing;
}

export interface ChartContext {
	readonly question: ReportQuestion;
	readonly period: ReportPeriod;
	/** The form's name and version; null when the figure is from none. */
	readonly instrument: { readonly name: string; readonly version: string } | null;
	/** The scale's name. */
	readonly scale: string;
	readonly labels: CodeLabels;
	readonly titles: Readonly<Record<string, string>>;
	readonly language: NumberLanguage;
}

const secret = hiddenSymbols.secret;

/** The charts of a report's figures, in order. A change gives two: the means, and better and worse. */
export function toCharts(figures: readonly ReportFigure[], context: ChartContext): readonly ReportChart[] {
	return figures.flatMap((figure): ReportChart[] => {
		switch (figure.kind) {
			case 'change':
				return [...toShareCharts(figure, context), toSlopeChart(figure, context)];
			case 'durations':
				return [toDurationChart(figure, context)];
			case 'counts':
				if (figure.key === 'bands') return [toBandChart(figure, context)];
				if (figure.drawn === 'flow') return [toFlowChart(figure, context)];
				return [figure.drawn === 'stack' ? toStackChart(figure, context) : toBarChart(figure, context)];
		}
	});
}

function percent(share: number, language: NumberLanguage): string {
	return m.report_percent({ share: formatDecimal(100 * share, 0, language) });
}

/** Per cent and count; the count alone where the group is too small for a share. */
function cellText(cell: Shown<CountedShare>, language: NumberLanguage): string {
	if (cell.kind === 'hidden') return cell.symbol;
	const { count, share } = cell.value;
	if (share === null) return String(count);
	return m.report_percent_count({ share: formatDecimal(100 * share, 0, language), count });
}

const shareOf = (cell: Shown<CountedShare> | undefined): number | null =>
	cell?.kind === 'shown' ? cell.value.share : null;
const numberText = (value: Shown<number>): string =>
	value.kind === 'shown' ? String(value.value) : value.symbol;
const points = (value: number | null, language: NumberLanguage): string =>
	value === null ? '–' : formatDecimal(value, 1, language);

/** What stands under every figure. */
function noteOf(parts: readonly string[], { period, instrument }: ChartContext): string {
	return [
		...parts,
		m.report_note_period({ from: period.from, to: period.to }),
		...(instrument
			? [m.report_note_instrument({ instrument: instrument.name, version: instrument.version })]
			: []),
		m.report_not_an_effect()
	].join(' ');
}

function countNotes({ key, counts, missing, isOverlapping, unit }: CountsFigure): string[] {
	// Of these figures the bortfall is what they are about.
	const isLoss = key === 'flow' || key === 'lost' || key === 'why-lost';
	const n = numberText(counts.all.people);
	const bortfall =
		missing.kind === 'hidden'
			? m.report_note_missing_hidden()
			: missing.value === 0
				? m.report_note_missing_none()
				: m.report_note_missing({ missing: missing.value });
	return [
		m.report_note_n({ counted: countedText(unit, n) }),
		...(isLoss ? [] : [bortfall]),
		...(isOverlapping ? [m.report_note_several()] : []),
		...(hasHidden(counts.all, counts.groups) ? [m.report_hidden_long({ symbol: secret })] : [])
	];
}

function hasHidden(all: ShownGroup, groups: readonly ShownGroup[]): boolean {
	return [all, ...groups].some(({ cells }) => cells.some(({ kind }) => kind === 'hidden'));
}

/** The groups with their names, or everybody where nothing is divided; everybody last where it is. */
function namedRows(
	figure: CountsFigure,
	labels: CodeLabels
): readonly { readonly name: string; readonly group: ShownGroup }[] {
	const { by, counts } = figure;
	if (by === null) return [{ name: '', group: counts.all }];
	return [
		...counts.groups.map((group) => ({ name: nameGroup(figure, group.value, labels), group })),
		{ name: m.report_everybody(), group: counts.all }
	];
}

/** A group's name; that of the one which those of no known group are counted in says so. */
function nameGroup(
	{ by, withUnknown }: Pick<CountsFigure, 'by' | 'withUnknown'>,
	value: string,
	labels: CodeLabels
): string {
	const name = by ? groupWord(by, value, labels) : value;
	return value === withUnknown ? m.report_with_unknown({ name }) : name;
}

function countTable(figure: CountsFigure, context: ChartContext): ChartTable {
	const { labels, language } = context;
	const rows = namedRows(figure, labels);
	const names = figure.values.map((value) => valueWord(figure.names, value, labels));
	if (figure.by === null) {
		return {
			head: [m.report_table_group(), m.report_table_n()],
			rows: names.map((name, index) => [name, cellText(rows[0]?.group.cells[index] ?? hiddenCell, language)])
		};
	}
	return {
		head: [m.report_table_group(), ...names, m.report_table_n()],
		rows: rows.map(({ name, group }) => [
			name,
			...group.cells.map((cell) => cellText(cell, language)),
			numberText(group.people)
		])
	};
}

const hiddenCell = { kind: 'hidden', symbol: secret } as const;

function sentenceOf({ head, rows }: ChartTable): string {
	const told = (cells: readonly string[]): string[] =>
		cells.length > 1 ? cells.map((cell, index) => `${head[index + 1] ?? ''} ${cell}`) : [...cells];
	return rows.map(([name, ...cells]) => `${name ?? ''}: ${told(cells).join(', ')}`).join('. ');
}

function toBarChart(figure: CountsFigure, context: ChartContext): ReportChart {
	const { labels, language } = context;
	const rows = namedRows(figure, labels);
	const table = countTable(figure, context);
	const isNumber = figure.names.kind === 'words' && figure.names.set === 'number';
	const bars = isNumber ? countBars(rows, language) : shareBars(figure, rows, context);
	const top = Math.max(0, ...bars.map(({ value, interval }) => Math.max(value ?? 0, interval?.high ?? 0)));
	const highest = isNumber ? niceCount(top) : Math.min(1, Math.ceil(10 * Math.max(top, 0.1)) / 10);
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

function niceCount(top: number): number {
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
	const { labels, language } = context;
	const { all } = figure.counts;
	if (isNumber) return m.report_count_title({ counted: countedText(figure.unit, numberText(all.people)) });
	const ranked = all.cells
		.flatMap((cell, index) =>
			cell.kind === 'shown' ? [{ count: cell.value.count, share: cell.value.share, index }] : []
		)
		.toSorted((a, b) => b.count - a.count);
	const [most] = ranked;
	if (!most || most.share === null) {
		const by = figure.names.kind === 'grouping' ? groupingWord(figure.names.by) : m.report_value_number();
		return m.report_bars_title_plain({ by });
	}
	const value = valueWord(figure.names, figure.values[most.index] ?? '', labels);
	return m.report_bars_title({ value, share: percent(most.share, language) });
}

function toStackChart(figure: CountsFigure, context: ChartContext): ReportChart {
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

function ownNotes({ key }: CountsFigure): string[] {
	return key === 'came-back' ? [m.report_note_came_back()] : [];
}

function drawStackOf(
	figure: CountsFigure,
	rows: ReturnType<typeof namedRows>,
	{ labels, language }: ChartContext,
	isWorstLast = false
): ReportChart['draw'] {
	const inOrder = stepsFor(figure.values.length);
	// On a scale the points stand in their order; the dark end is where it is worst.
	const paints = isWorstLast ? inOrder.toReversed() : inOrder;
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

function toStackRow(
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

function stackWords(
	figure: CountsFigure,
	context: ChartContext
): { readonly title: string; readonly lead: string } {
	const { labels, titles, language } = context;
	const { cells } = figure.counts.all;
	const [first, second] = cells;
	const plain =
		figure.names.kind === 'grouping' ? m.report_bars_title_plain({ by: groupingWord(figure.names.by) }) : '';
	if (figure.key === 'judged-goal') {
		const judged = figure.values.flatMap((value, index) => {
			const cell = cells[index];
			return value === '6' || cell?.kind !== 'shown' ? [] : [{ value, count: cell.value.count }];
		});
		const total = judged.reduce((sum, { count }) => sum + count, 0);
		const met = judged.filter(({ value }) => value === '1' || value === '3');
		const isWhole = cells.every(({ kind }) => kind === 'shown') && total > 0;
		const share = met.reduce((sum, { count }) => sum + count, 0) / total;
		return {
			title: isWhole ? m.report_goal_title({ share: percent(share, language) }) : plain,
			lead: m.report_goal_lead()
		};
	}
	const word = (index: number): string => valueWord(figure.names, figure.values[index] ?? '', labels);
	if (figure.names.kind === 'question') {
		const lead = titles[figure.names.question] ?? '';
		const [one, other] = [shareOf(first), shareOf(second)];
		if (one === null || other === null) return { title: lead, lead: '' };
		return {
			title: m.report_opinion_title({
				share: percent(one + other, language),
				first: word(0),
				second: word(1)
			}),
			lead
		};
	}
	if (figure.key === 'lost' && figure.by)
		return { title: m.report_lost_title({ by: groupingWord(figure.by) }), lead: '' };
	const share = shareOf(first);
	if (figure.names.kind === 'words' && share !== null) {
		return { title: m.report_stack_title({ value: word(0), share: percent(share, language) }), lead: '' };
	}
	return { title: plain || word(0), lead: '' };
}

/** Better, the same and worse, as large as one another: the worse is dark and hatched, so that it is seen in grey too. */
function toShareCharts(figure: ChangeFigure, context: ChartContext): ReportChart[] {
	const { change, by } = figure;
	const { labels, language } = context;
	const named = [
		...change.groups.map(({ value, change: of }) => ({
			name: nameGroup(figure, value, labels),
			of,
			value
		})),
		{ name: by === null ? '' : m.report_everybody(), of: change.all, value: 'all' }
	];
	const isMerged = change.parts === 2;
	const names = isMerged
		? [m.report_better(), m.report_same_or_worse()]
		: [m.report_better(), m.report_same(), m.report_worse()];
	const cellsOf = (of: Shown<ShownChange>): readonly Shown<CountedShare>[] =>
		(of.kind === 'shown' ? of.value.shares : null) ?? names.map(() => hiddenCell);
	const pairsText = (of: Shown<ShownChange>): string =>
		countedText('cases', of.kind === 'shown' ? of.value.pairs : secret);
	const all = cellsOf(change.all);
	const [up, down] = [shareOf(all[0]), shareOf(all.at(-1))];
	const table: ChartTable = {
		head: [
			m.report_table_group(),
			m.report_better(),
			m.report_same(),
			m.report_worse(),
			m.report_change_pairs()
		],
		rows: named.map(({ name, of }) => [
			name || m.report_everybody(),
			...cellsOf(of).map((cell) => cellText(cell, language)),
			of.kind === 'shown' ? String(of.value.pairs) : secret
		])
	};
	const paints: readonly Paint[] = isMerged ? ['step-0', 'hatch'] : ['step-0', 'step-4', 'hatch'];
	const parts = names.map((name, index) => ({ name, paint: paints[index] ?? 'step-5' }));
	const titleWords = { better: percent(up ?? 0, language), worse: percent(down ?? 0, language) };
	return [
		{
			key: 'better-and-worse',
			title:
				up === null || down === null
					? m.report_shares_title_plain()
					: isMerged
						? m.report_shares_title_merged(titleWords)
						: m.report_shares_title(titleWords),
			lead: m.report_shares_lead(),
			summary: sentenceOf(table),
			note: noteOf(
				[
					...changeNotes(figure),
					figure.hasReliableChange ? m.report_note_criterion_reliable() : m.report_note_criterion_any()
				],
				context
			),
			table,
			draw: (size) =>
				drawStacks(
					{
						parts,
						rows: named.map(({ name, of, value }) =>
							toStackRow(name, value, cellsOf(of), pairsText(of), language)
						),
						hiddenMark: secret
					},
					size
				)
		}
	];
}

function changeNotes({ change }: ChangeFigure): string[] {
	const [before, after, neither] = change.unpaired;
	const pairs = change.all.kind === 'shown' ? String(change.all.value.pairs) : secret;
	return [
		m.report_note_pairs({
			pairs,
			before: numberText(before),
			after: numberText(after),
			neither: numberText(neither)
		})
	];
}

function toSlopeChart(figure: ChangeFigure, context: ChartContext): ReportChart {
	const { change, scale } = figure;
	const { labels, language } = context;
	const named = [
		...change.groups.flatMap(({ value, change: of }) =>
			of.kind === 'shown' ? [{ name: nameGroup(figure, value, labels), of: of.value, value }] : []
		),
		...(change.all.kind === 'shown'
			? [{ name: m.report_everybody(), of: change.all.value, value: 'all' }]
			: [])
	];
	const table: ChartTable = {
		head: [
			m.report_table_group(),
			m.report_before(),
			m.report_after(),
			m.report_change_difference(),
			m.report_change_interval(),
			m.report_change_pairs()
		],
		rows: named.map(({ name, of }) => {
			const { before, after, difference, interval } = of.assessment;
			return [
				name,
				points(before.mean, language),
				points(after.mean, language),
				points(difference.mean, language),
				interval.kind === 'interval'
					? `${points(interval.low, language)} – ${points(interval.high, language)}`
					: '–',
				String(of.pairs)
			];
		})
	};
	const slopes = named.flatMap(({ name, of, value }): Slope[] => {
		const { before, after } = of.assessment;
		if (before.mean === null || after.mean === null) return [];
		return [
			{
				key: value,
				label: name,
				before: before.mean,
				after: after.mean,
				beforeText: points(before.mean, language),
				afterText: points(after.mean, language),
				isMain: value === 'all'
			}
		];
	});
	const isLower = scale.direction === 'lower-better';
	const end = (at: number): string => {
		const isBest = (at === scale.lowest) === isLower;
		return isBest ? m.report_change_end_best({ points: at }) : m.report_change_end_worst({ points: at });
	};
	return {
		key: 'before-and-after',
		title: slopeTitle(change.all, language),
		lead: isLower
			? m.report_change_lead_lower({ scale: context.scale })
			: m.report_change_lead_higher({ scale: context.scale }),
		summary: named
			.map(({ name, of }) =>
				m.report_change_sentence({
					group: name,
					before: points(of.assessment.before.mean, language),
					after: points(of.assessment.after.mean, language),
					pairs: of.pairs
				})
			)
			.join(' '),
		note: noteOf(
			[
				...changeNotes(figure),
				m.report_note_regression(),
				...(figure.isWithinRecall ? [m.report_note_recall()] : [])
			],
			context
		),
		table,
		draw: (size) =>
			drawSlopes(
				{
					slopes,
					lowest: scale.lowest,
					highest: scale.highest,
					beforeText: m.report_before(),
					afterText: m.report_after(),
					lowestText: end(scale.lowest),
					highestText: end(scale.highest)
				},
				size
			)
	};
}

/** An average that cannot be told from no change is not called better. */
function slopeTitle(all: Shown<ShownChange>, language: NumberLanguage): string {
	if (all.kind === 'hidden') return m.report_shares_title_plain();
	const { before, after, difference, interval } = all.value.assessment;
	const words = { before: points(before.mean, language), after: points(after.mean, language) };
	const isClear = interval.kind === 'interval' && (interval.low > 0 || interval.high < 0);
	if (!isClear) return m.report_change_title_unclear(words);
	return (difference.improvement ?? 0) > 0
		? m.report_change_title_better(words)
		: m.report_change_title_worse(words);
}

function toBandChart(figure: CountsFigure, context: ChartContext): ReportChart {
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
		title: m.report_bands_title(),
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

const flowPaints: readonly Paint[] = ['step-0', 'hatch', 'step-4', 'step-5'];

function toFlowChart(figure: CountsFigure, context: ChartContext): ReportChart {
	const { counts, values } = figure;
	const { labels, language } = context;
	const table = countTable(figure, context);
	const [followed, lost] = counts.all.cells;
	const [up, down] = [countIn(followed), countIn(lost)];
	const start = counts.all.people;
	return {
		key: figure.key,
		title:
			up === null || down === null || up + down === 0
				? m.report_flow_title_plain()
				: m.report_flow_title({ share: percent(up / (up + down), language) }),
		lead: '',
		summary: sentenceOf(table),
		note: noteOf(countNotes(figure), context),
		table,
		draw: (size) =>
			drawFlow(
				{
					startText: m.report_flow_start({ n: numberText(start) }),
					startCount: start.kind === 'shown' ? start.value : 0,
					parts: values.map((value, index) => ({
						key: value,
						name: valueWord(figure.names, value, labels),
						count: countIn(counts.all.cells[index]),
						valueText: cellText(counts.all.cells[index] ?? hiddenCell, language),
						paint: flowPaints[index] ?? 'step-5'
					}))
				},
				size
			)
	};
}

function countIn(cell: Shown<CountedShare> | undefined): number | null {
	return cell?.kind === 'shown' ? cell.value.count : null;
}

function toDurationChart(figure: DurationFigure, context: ChartContext): ReportChart {
	const { durations } = figure;
	const { labels, language } = context;
	const named = [
		...durations.groups.map(({ value, durations: of }) => ({
			name: nameGroup(figure, value, labels),
			of,
			value
		})),
		{ name: m.report_everybody(), of: durations.all, value: 'all' }
	];
	const days = (value: number | null): string => (value === null ? '–' : formatDecimal(value, 0, language));
	const table: ChartTable = {
		head: [
			m.report_table_group(),
			m.report_duration_median(),
			m.report_duration_quartiles(),
			m.report_table_n()
		],
		rows: named.map(({ name, of }) =>
			of.kind === 'hidden'
				? [name, secret, secret, secret]
				: [
						name,
						days(of.value.median),
						`${days(of.value.lowerQuartile)}–${days(of.value.upperQuartile)}`,
						String(of.value.n)
					]
		)
	};
	const bars = named.map(({ name, of, value }): Bar => {
		const summary = of.kind === 'shown' ? of.value : null;
		const hasSpread = summary?.lowerQuartile !== null && summary?.upperQuartile !== null && summary !== null;
		return {
			key: value,
			label: name,
			value: summary?.median ?? null,
			interval: hasSpread ? { low: summary.lowerQuartile ?? 0, high: summary.upperQuartile ?? 0 } : null,
			valueText: summary ? m.report_duration_value({ median: days(summary.median) }) : m.report_hidden(),
			paint: value === 'all' && named.length > 1 ? 'step-4' : 'accent'
		};
	});
	const highest = niceCount(Math.max(0, ...bars.map(({ value, interval }) => interval?.high ?? value ?? 0)));
	const all = durations.all;
	const n = all.kind === 'shown' ? String(all.value.n) : secret;
	return {
		key: 'durations',
		title:
			all.kind === 'shown'
				? m.report_duration_title({ median: days(all.value.median) })
				: m.report_duration_title_plain(),
		lead: m.report_duration_lead(),
		summary: sentenceOf(table),
		note: noteOf(
			[m.report_note_n({ counted: countedText(context.question.counted, n) }), m.report_note_ended()],
			context
		),
		table,
		draw: (size) =>
			drawBars(
				{ bars, highest, lowestText: '0', highestText: m.report_duration_days({ days: highest }) },
				size
			)
	};
}
