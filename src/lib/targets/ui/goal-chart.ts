/** One goal as a chart: every provider's mean, interval and the target, with the same numbers as a table. */
import type { CaterpillarInput } from '#lib/charts/caterpillar-geometry.ts';
import type { ChartTable } from '#lib/charts/chart.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NumberLanguage } from '#lib/shared/decimal.ts';
import type { CellAssessment } from '../assess-cell.ts';
import type { AssessedGoal } from '../assess-targets.ts';
import type { ResponseShare } from '../response-share.ts';
import { evidenceWords, intervalTexts, meanText, targetText, tooFewWords } from './cell-words.ts';
import { responseCell } from './response-words.ts';

export interface GoalResult {
	readonly provider: string;
	readonly key: string;
	readonly cell: CellAssessment;
	/** Null when it is not known how many were asked. */
	readonly response: ResponseShare | null;
}

export interface GoalChart {
	readonly input: CaterpillarInput;
	readonly table: ChartTable;
	/** One sentence a provider for those who listen. */
	readonly summary: string;
}

export function toGoalChart(
	goal: AssessedGoal,
	results: readonly GoalResult[],
	language: NumberLanguage
): GoalChart {
	const target = targetText(goal.target, language);
	return {
		input: {
			rows: results.map((result) => toRow(goal, result, language)),
			lowest: goal.scale.lowest,
			highest: goal.scale.highest,
			target: { at: goal.target.thousandths / 1000, text: m.board_target_name({ target }) }
		},
		table: toTable(goal, results, language),
		summary: [
			m.board_chart_summary({ target }),
			...results.map((result) => toSentence(goal, result, language))
		].join(' ')
	};
}

function toRow(
	goal: AssessedGoal,
	{ provider, key, cell: result }: GoalResult,
	language: NumberLanguage
): CaterpillarInput['rows'][number] {
	const name = { key, label: provider };
	if (result.kind === 'hidden') {
		return {
			...name,
			mean: null,
			isMet: false,
			interval: null,
			valueText: result.symbol,
			countText: '',
			remark: tooFewWords()
		};
	}
	const cell = result.value;
	const { evidence } = cell;
	return {
		...name,
		mean: cell.sum / cell.n,
		isMet: cell.isMet,
		interval: evidence.kind === 'interval' ? evidence : null,
		valueText: meanText(cell, goal.target, language),
		countText: m.board_answers({ count: cell.n }),
		remark: evidence.kind === 'interval' ? '' : evidenceWords(evidence)
	};
}

function toTable(goal: AssessedGoal, results: readonly GoalResult[], language: NumberLanguage): ChartTable {
	return {
		head: [
			m.board_column_provider(),
			m.board_table_mean(),
			m.board_table_target(),
			m.board_column_rule(),
			m.board_table_answers(),
			m.board_table_skipped(),
			m.board_table_response(),
			m.board_table_interval(),
			m.board_column_evidence()
		],
		rows: results.map(({ provider, cell: result, response }) => {
			const target = targetText(goal.target, language);
			if (result.kind === 'hidden') {
				const { symbol } = result;
				const none = [symbol, symbol, symbol, symbol];
				return [provider, symbol, target, m.board_unjudged(), tooFewWords(), ...none];
			}
			const cell = result.value;
			const ends = intervalTexts(cell.evidence, goal, language);
			return [
				provider,
				meanText(cell, goal.target, language),
				target,
				cell.isMet ? m.board_met() : m.board_not_met(),
				String(cell.n),
				String(cell.itemMissing),
				responseCell(response, language),
				ends ? m.board_interval(ends) : '–',
				evidenceWords(cell.evidence)
			];
		})
	};
}

function toSentence(
	goal: AssessedGoal,
	{ provider, cell: result }: GoalResult,
	language: NumberLanguage
): string {
	if (result.kind === 'hidden') return m.board_chart_summary_hidden({ provider });
	const cell = result.value;
	return m.board_chart_summary_row({
		provider,
		mean: meanText(cell, goal.target, language),
		verdict: cell.isMet ? m.board_met_long() : m.board_not_met_long(),
		count: cell.n
	});
}
