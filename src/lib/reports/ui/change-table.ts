/** A change's numbers as tables: the shares with their intervals, and the means with all that they rest on. */
import type { ChartTable } from '#lib/charts/chart.ts';
import type { CountedShare } from '#lib/outcomes/change-shares.ts';
import type { DisclosedChange, ShownChange } from '#lib/outcomes/disclosure/disclose-change.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import type { ValueSummary } from '#lib/outcomes/summarise-pairs.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NumberLanguage } from '#lib/shared/decimal.ts';
import type { ChangeFigure } from '../report-figure.ts';
import { hiddenCell, intervalText, points, secret, signed, type ChartContext } from './chart-context.ts';
import { nameGroup } from './count-rows.ts';
import type { CodeLabels } from './report-words.ts';

export interface NamedChange {
	readonly name: string;
	/** The group's key; `all` for everybody. */
	readonly value: string;
	readonly of: Shown<ShownChange>;
}

/** Each group by its name, and everybody last. */
export function nameChanges(figure: ChangeFigure, labels: CodeLabels): readonly NamedChange[] {
	const { groups, all } = figure.change;
	return [
		...groups.map(({ value, change: of }) => ({ name: nameGroup(figure, value, labels), of, value })),
		{ name: m.report_everybody(), of: all, value: 'all' }
	];
}

export function partNames({ parts }: DisclosedChange): readonly string[] {
	return parts === 2
		? [m.report_better(), m.report_same_or_worse()]
		: [m.report_better(), m.report_same(), m.report_worse()];
}

export function partsOf(change: DisclosedChange, of: Shown<ShownChange>): readonly Shown<CountedShare>[] {
	return (of.kind === 'shown' ? of.value.shares : null) ?? partNames(change).map(() => hiddenCell);
}

/** "40 = sämst". */
export function endText({ lowest, direction }: ChangeFigure['scale'], at: number): string {
	const isBest = (at === lowest) === (direction === 'lower-better');
	return isBest ? m.report_change_end_best({ points: at }) : m.report_change_end_worst({ points: at });
}

/** Better, the same and worse of each group, each with its interval. */
export function toShareTable(figure: ChangeFigure, { labels, language }: ChartContext): ChartTable {
	const { change } = figure;
	return {
		head: [m.report_table_group(), ...partNames(change), m.report_change_pairs()],
		rows: nameChanges(figure, labels).map(({ name, of }) => [
			name,
			...partsOf(change, of).map((cell) => intervalText(cell, language)),
			of.kind === 'shown' ? String(of.value.pairs) : secret
		])
	};
}

/** Means, medians and quartiles, the improvement with its interval, and the standardised change. */
export function toMeanTable(figure: ChangeFigure, { labels, language }: ChartContext): ChartTable {
	const sign = figure.scale.direction === 'higher-better' ? 1 : -1;
	return {
		head: [
			m.report_table_group(),
			m.report_change_mean_before(),
			m.report_change_mean_after(),
			m.report_change_quartiles_before(),
			m.report_change_quartiles_after(),
			m.report_change_improvement(),
			m.report_change_interval(),
			m.report_change_standardised(),
			m.report_change_pairs()
		],
		rows: nameChanges(figure, labels).map(({ name, of }) => {
			if (of.kind === 'hidden') return [name, ...Array.from({ length: 8 }, () => secret)];
			const { before, after, difference, interval, standardisedChange } = of.value.assessment;
			return [
				name,
				points(before.mean, language),
				points(after.mean, language),
				quartileText(before, language),
				quartileText(after, language),
				signed(difference.improvement, 1, language),
				improvementInterval(interval, sign, language),
				signed(standardisedChange === null ? null : sign * standardisedChange, 2, language),
				String(of.value.pairs)
			];
		})
	};
}

function quartileText({ lowerQuartile, median, upperQuartile }: ValueSummary, language: NumberLanguage) {
	return m.report_quartiles({
		median: points(median, language),
		low: points(lowerQuartile, language),
		high: points(upperQuartile, language)
	});
}

/** The interval for the difference, turned so that above nought is better. */
function improvementInterval(
	interval: ShownChange['assessment']['interval'],
	sign: 1 | -1,
	language: NumberLanguage
): string {
	if (interval.kind !== 'interval') return '–';
	const ends = [sign * interval.low, sign * interval.high].toSorted((a, b) => a - b);
	const [low = 0, high = 0] = ends;
	return m.report_from_to({ low: signed(low, 1, language), high: signed(high, 1, language) });
}
