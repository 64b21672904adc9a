/** One goal's providers in a funnel, with the same numbers as a table. Only with enough providers to make one. */
import type { ChartTable } from '#lib/charts/chart.ts';
import type { FunnelInput } from '#lib/charts/funnel-geometry.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, type NumberLanguage } from '#lib/shared/decimal.ts';
import type { JudgedCell } from '../assess-cell.ts';
import type { AssessedGoal } from '../assess-targets.ts';
import type { FunnelPlace } from '../funnel.ts';
import { meanText, targetText } from './cell-words.ts';
import type { GoalResult } from './goal-chart.ts';

export interface GoalFunnel {
	readonly finding: string;
	readonly input: FunnelInput;
	readonly table: ChartTable;
	readonly summary: string;
	readonly spread: string;
}

interface PlacedProvider {
	readonly provider: string;
	readonly key: string;
	readonly cell: JudgedCell;
	readonly place: FunnelPlace;
}

/** Null when there are too few providers for a funnel. */
export function toGoalFunnel(
	goalName: string,
	goal: AssessedGoal,
	results: readonly GoalResult[],
	language: NumberLanguage
): GoalFunnel | null {
	const { funnel } = goal;
	if (!funnel) return null;
	const placed = results.flatMap(({ provider, key, cell }): PlacedProvider[] => {
		const place = funnel.places[key];
		return cell.kind === 'shown' && place ? [{ provider, key, cell: cell.value, place }] : [];
	});
	const outside = placed.filter(({ place }) => place !== 'inside').length;
	const words = { goal: goalName, count: placed.length };
	return {
		finding:
			outside === 0 ? m.board_funnel_finding_none(words) : m.board_funnel_finding({ ...words, outside }),
		input: {
			points: placed.map(({ provider, key, cell }) => ({
				key,
				label: provider,
				n: cell.n,
				mean: cell.sum / cell.n,
				isMet: cell.isMet
			})),
			steps: funnel.steps,
			lowest: goal.scale.lowest,
			highest: goal.scale.highest,
			target: goal.target.thousandths / 1000,
			targetText: m.board_target_name({ target: targetText(goal.target, language) }),
			innerText: m.board_funnel_inner(),
			outerText: m.board_funnel_outer(),
			toText: (value) => formatDecimal(value, 1, language)
		},
		table: {
			head: [
				m.board_column_provider(),
				m.board_table_answers(),
				m.board_table_mean(),
				m.board_column_rule(),
				m.board_funnel_where()
			],
			rows: placed.map(({ provider, cell, place }) => [
				provider,
				String(cell.n),
				meanText(cell, goal.target, language),
				cell.isMet ? m.board_met() : m.board_not_met(),
				placeWords[place]()
			])
		},
		summary: [
			m.board_funnel_summary({ target: targetText(goal.target, language) }),
			...placed.map((one) => toSentence(one, goal, language))
		].join(' '),
		spread: formatDecimal(funnel.spreadWithin, 2, language)
	};
}

const placeWords = {
	inside: m.board_funnel_inside,
	'beyond-inner': m.board_funnel_beyond_inner,
	'beyond-outer': m.board_funnel_beyond_outer
};

function toSentence({ provider, cell, place }: PlacedProvider, goal: AssessedGoal, language: NumberLanguage) {
	return m.board_funnel_summary_point({
		provider,
		mean: meanText(cell, goal.target, language),
		count: cell.n,
		where: placeWords[place]()
	});
}
