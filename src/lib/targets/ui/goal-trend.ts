/** One provider's results on one goal as a chart over years, with the same numbers as a table. */
import type { ChartTable } from '#lib/charts/chart.ts';
import type { TrendInput, TrendYear } from '#lib/charts/trend-geometry.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NumberLanguage } from '#lib/shared/decimal.ts';
import type { CellAssessment } from '../assess-cell.ts';
import type { GoalScale } from '../assess-targets.ts';
import type { Target } from '../target.ts';
import { evidenceWords, intervalTexts, meanText, targetText, tooFewWords } from './cell-words.ts';

/** A year with the target that was decided for it. */
export interface JudgedYear {
	readonly target: Target;
	readonly scale: GoalScale;
	readonly cell: CellAssessment;
}

export interface GoalTrend {
	/** What the years show, as a headline. */
	readonly finding: string;
	readonly input: TrendInput;
	readonly table: ChartTable;
	readonly summary: string;
}

/** The years in order. The scale drawn holds all years' scales. */
export function toGoalTrend(
	goalName: string,
	years: readonly JudgedYear[],
	language: NumberLanguage
): GoalTrend {
	const judged = years.flatMap(({ cell }) => (cell.kind === 'shown' ? [cell.value] : []));
	const met = judged.filter(({ isMet }) => isMet).length;
	return {
		finding:
			judged.length === 0
				? m.board_trend_finding_none({ goal: goalName })
				: m.board_trend_finding({ goal: goalName, met, judged: judged.length }),
		input: {
			years: years.map((year) => toYear(year, language)),
			lowest: Math.min(...years.map(({ scale }) => scale.lowest)),
			highest: Math.max(...years.map(({ scale }) => scale.highest))
		},
		table: toTable(years, language),
		summary: years.map((year) => toSentence(year, language)).join(' ')
	};
}

function toYear({ target, cell }: JudgedYear, language: NumberLanguage): TrendYear {
	const own = {
		year: target.year,
		target: target.thousandths / 1000,
		targetText: targetText(target, language)
	};
	if (cell.kind === 'hidden') {
		return { ...own, mean: null, isMet: false, interval: null, valueText: cell.symbol };
	}
	const { value } = cell;
	return {
		...own,
		mean: value.sum / value.n,
		isMet: value.isMet,
		interval: value.evidence.kind === 'interval' ? value.evidence : null,
		valueText: meanText(value, target, language)
	};
}

function toTable(years: readonly JudgedYear[], language: NumberLanguage): ChartTable {
	return {
		head: [
			m.board_trend_column_year(),
			m.board_table_mean(),
			m.board_table_target(),
			m.board_column_rule(),
			m.board_table_answers(),
			m.board_table_skipped(),
			m.board_table_interval(),
			m.board_column_evidence()
		],
		rows: years.map(({ target, scale, cell }) => {
			const year = String(target.year);
			const points = targetText(target, language);
			if (cell.kind === 'hidden') {
				const { symbol } = cell;
				return [year, symbol, points, m.board_unjudged(), symbol, symbol, symbol, tooFewWords()];
			}
			const { value } = cell;
			const ends = intervalTexts(value.evidence, { target, scale }, language);
			return [
				year,
				meanText(value, target, language),
				points,
				value.isMet ? m.board_met() : m.board_not_met(),
				String(value.n),
				String(value.itemMissing),
				ends ? m.board_interval(ends) : '–',
				evidenceWords(value.evidence)
			];
		})
	};
}

function toSentence({ target, cell }: JudgedYear, language: NumberLanguage): string {
	if (cell.kind === 'hidden') return m.board_trend_year_hidden({ year: target.year });
	return m.board_trend_year({
		year: target.year,
		mean: meanText(cell.value, target, language),
		target: targetText(target, language),
		verdict: cell.value.isMet ? m.board_met_long() : m.board_not_met_long()
	});
}
