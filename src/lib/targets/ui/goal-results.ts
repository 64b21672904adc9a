import type { ProviderRow } from '../assess-targets.ts';
import type { GoalResult } from './goal-chart.ts';

/** Every provider's result on the goal with the index, in the table's order. */
export function listGoalResults(rows: readonly ProviderRow[], index: number): readonly GoalResult[] {
	return rows.flatMap(({ provider, cells, responses }) => {
		const cell = cells[index];
		const response = responses?.[index] ?? null;
		return cell ? [{ provider: provider.name, key: provider.id, cell, response }] : [];
	});
}
