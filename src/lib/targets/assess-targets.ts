/** The board's table: every provider on every goal of one year and one law. Sorted by name, never by result. */
import type { ProviderId } from '#lib/shared/ids.ts';
import { assessCell, type CellAssessment } from './assess-cell.ts';
import type { ItemDistribution, ScaleEnds } from './item-distribution.ts';
import { poolAnswers, type PooledAnswers } from './pool-answers.ts';
import { isTargetOnScale } from './target-on-scale.ts';
import type { Target } from './target.ts';

/** What the question behind a goal looks like. */
export interface GoalScale extends ScaleEnds {
	/** Every score an answer can give. */
	readonly scores: readonly number[];
}

export interface AssessedGoal {
	readonly target: Target;
	readonly scale: GoalScale;
	readonly pooled: PooledAnswers | null;
}

export interface ProviderRow {
	readonly provider: { readonly id: ProviderId; readonly name: string };
	/** In the order of the goals. */
	readonly cells: readonly CellAssessment[];
	readonly goalsMet: number;
	readonly goalsJudged: number;
}

export interface TargetTable {
	readonly goals: readonly AssessedGoal[];
	readonly rows: readonly ProviderRow[];
	/** Only providers judged on every goal can have reached all; the others are counted apart, not as failures. */
	readonly allGoals: { readonly reached: number; readonly judged: number; readonly notJudged: number };
	/** Targets that no answer could reach or miss: shown as an error, never judged. */
	readonly outsideScale: readonly Target[];
}

interface Input {
	readonly targets: readonly Target[];
	readonly distributions: readonly ItemDistribution[];
	/** Undefined when the question does not exist in the instrument. */
	readonly scaleOf: (target: Target) => GoalScale | undefined;
}

/** Judges every provider on every goal. Targets outside their question's scale are set aside, not judged. */
export function assessTargets({ targets, distributions, scaleOf }: Input): TargetTable {
	const scaled = targets.map((target) => ({ target, scale: scaleOf(target) }));
	const usable = scaled.flatMap(({ target, scale }) =>
		scale && isTargetOnScale(target.thousandths, scale) ? [{ target, scale }] : []
	);
	const items = new Set(usable.map(({ target }) => target.item));
	const rows = listProviders(distributions.filter(({ item }) => items.has(item))).map((provider) =>
		assessProvider(
			provider,
			usable.map(({ target }) => assessCell(find(distributions, provider.id, target), target))
		)
	);
	return {
		goals: usable.map(({ target, scale }, goal) => ({
			target,
			scale,
			pooled: poolGoal(target, scale, goal, rows, distributions)
		})),
		rows,
		allGoals: countAllGoals(rows),
		outsideScale: scaled
			.filter(({ target }) => !usable.some((goal) => goal.target === target))
			.map(({ target }) => target)
	};
}

function assessProvider(provider: ProviderRow['provider'], cells: readonly CellAssessment[]): ProviderRow {
	const judged = cells.filter((cell) => cell.kind === 'judged');
	return {
		provider,
		cells,
		goalsMet: judged.filter(({ isMet }) => isMet).length,
		goalsJudged: judged.length
	};
}

function countAllGoals(rows: readonly ProviderRow[]): TargetTable['allGoals'] {
	const judged = rows.filter(({ cells, goalsJudged }) => cells.length > 0 && goalsJudged === cells.length);
	return {
		reached: judged.filter(({ goalsMet, cells }) => goalsMet === cells.length).length,
		judged: judged.length,
		notJudged: rows.length - judged.length
	};
}

function poolGoal(
	target: Target,
	scale: GoalScale,
	goal: number,
	rows: readonly ProviderRow[],
	distributions: readonly ItemDistribution[]
): PooledAnswers | null {
	const shown = rows
		.filter(({ cells }) => cells[goal]?.kind === 'judged')
		.flatMap(({ provider }) => find(distributions, provider.id, target) ?? []);
	return poolAnswers(shown, scale.scores);
}

function find(
	distributions: readonly ItemDistribution[],
	provider: ProviderId,
	target: Target
): ItemDistribution | undefined {
	return distributions.find((entry) => entry.provider.id === provider && entry.item === target.item);
}

const swedishOrder = new Intl.Collator('sv', { numeric: true });

function listProviders(distributions: readonly ItemDistribution[]): ProviderRow['provider'][] {
	const byId = new Map(distributions.map(({ provider }) => [provider.id, provider]));
	return [...byId.values()].toSorted((a, b) => swedishOrder.compare(a.name, b.name));
}
