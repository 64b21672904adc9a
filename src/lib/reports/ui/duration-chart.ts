/** How long things lasted: the median, with the middle half. */
import { drawBars, type Bar } from '#lib/charts/bars-drawing.ts';
import type { Chart, ChartTable } from '#lib/charts/chart.ts';
import type { OngoingDurations } from '#lib/outcomes/disclosure/disclose-durations.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal } from '#lib/shared/decimal.ts';
import type { DurationFigure } from '../report-figure.ts';
import { niceCount } from './bar-chart.ts';
import { noteOf, secret, type ChartContext } from './chart-context.ts';
import { nameGroup, sentenceOf } from './count-rows.ts';
import { countedText } from './report-words.ts';

export function toDurationChart(figure: DurationFigure, context: ChartContext): Chart {
	const { durations } = figure;
	const { labels, language } = context;
	const words = wordsOf[figure.of];
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
			words.ended(),
			words.ongoing(),
			words.withOngoing()
		],
		rows: named.map(({ name, of }) =>
			of.kind === 'hidden'
				? [name, secret, secret, secret, secret, secret]
				: [
						name,
						days(of.value.median),
						`${days(of.value.lowerQuartile)}–${days(of.value.upperQuartile)}`,
						String(of.value.n),
						...ongoingCells(of.value.withOngoing, days)
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
		title: all.kind === 'shown' ? words.title({ median: days(all.value.median) }) : words.hidden(),
		lead: words.lead(),
		summary: sentenceOf(table),
		note: noteOf(
			[
				m.report_note_n({ counted: countedText(context.question.counted, n) }),
				durationNote(all, figure.of, days)
			],
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

/** What the bar is of, and the median when those that go on are counted too. */
function durationNote(
	all: DurationFigure['durations']['all'],
	kind: DurationFigure['of'],
	days: (value: number | null) => string
): string {
	const words = wordsOf[kind];
	const of = all.kind === 'shown' ? all.value.withOngoing : all;
	if (of.kind === 'hidden') return words.noteEnded();
	const { ongoing, medianDays } = of.value;
	if (ongoing === 0) return words.noteEnded();
	return medianDays === null
		? words.noteNotYet({ ongoing })
		: words.noteOngoing({ ongoing, median: days(medianDays) });
}

/** The words for how long it lasted, and for how long it was waited for. */
const wordsOf = {
	duration: {
		title: m.report_duration_title,
		hidden: m.report_duration_title_plain,
		lead: m.report_duration_lead,
		ended: m.report_duration_ended,
		ongoing: m.report_duration_ongoing,
		withOngoing: m.report_duration_with_ongoing,
		noteEnded: m.report_note_ended,
		noteOngoing: m.report_note_ongoing,
		noteNotYet: m.report_note_ongoing_not_yet
	},
	wait: {
		title: m.report_wait_title,
		hidden: m.report_wait_title_hidden,
		lead: m.report_wait_lead,
		ended: m.report_wait_begun,
		ongoing: m.report_wait_waiting,
		withOngoing: m.report_wait_with_waiting,
		noteEnded: m.report_note_begun,
		noteOngoing: m.report_note_waiting,
		noteNotYet: m.report_note_waiting_not_yet
	}
} as const;

/** How many go on, and the median with them; that it is not known yet where fewer than half have ended. */
function ongoingCells(
	of: Shown<OngoingDurations>,
	days: (value: number | null) => string
): readonly [string, string] {
	if (of.kind === 'hidden') return [of.symbol, of.symbol];
	const { ongoing, medianDays } = of.value;
	return [String(ongoing), medianDays === null ? m.report_duration_not_yet() : days(medianDays)];
}
