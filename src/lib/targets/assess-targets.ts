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
	/** By instrument. */
	readonly distributions: ReadonlyMap<string, readonly ItemDistribution[]>;
	/** Undefined when the question does not exist in the instrument. */
	readonly scaleOf: (target: Target) => GoalScale | undefined;
}

interface Goal {
	readonly target: Target;
	readonly scale: GoalScale;
	readonly answers: readonly ItemDistribution[];
}

/** Judges every provider on every goal. Targets outside their question's scale are set aside, not judged. */
export function assessTargets({ targets, distributions, scaleOf }: Input): TargetTable {
	const goals = targets.flatMap((target): Goal[] => {
		const scale = scaleOf(target);
		if (!scale || !isTargetOnScale(target.thousandths, scale)) return [];
		const answers = distributions.get(target.instrumentId) ?? [];
		return [{ target, scale, answers: answers.filter(({ item }) => item === target.item) }];
	});
	const rows = listProviders(goals).map((provider) =>
		assessProvider(
			provider,
			goals.map(({ answers, target }) => assessCell(answersOf(provider, answers), target))
		)
	);
	return {
		goals: goals.map((goal, index) => ({
			target: goal.target,
			scale: goal.scale,
			pooled: poolShown(goal, index, rows)
		})),
		rows,
		allGoals: countAllGoals(rows),
		outsideScale: targets.filter((target) => !goals.some((goal) => goal.target === target))
	};
}

function answersOf(
	{ id }: ProviderRow['provider'],
	answers: readonly ItemDistribution[]
): ItemDistribution | undefined {
	return answers.find(({ provider }) => provider.id === id);
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

/** Only the providers that are shown: with the hidden ones in the sum, their answers would be the difference. */
function poolShown(
	{ answers, scale }: Goal,
	index: number,
	rows: readonly ProviderRow[]
): PooledAnswers | null {
	const shown = rows
		.filter(({ cells }) => cells[index]?.kind === 'judged')
		.flatMap(({ provider }) => answersOf(provider, answers) ?? []);
	return poolAnswers(shown, scale.scores);
}

const swedishOrder = new Intl.Collator('sv', { numeric: true });

function listProviders(goals: readonly Goal[]): ProviderRow['provider'][] {
	const all = goals.flatMap(({ answers }) => answers.map(({ provider }) => provider));
	const byId = new Map<ProviderId, ProviderRow['provider']>(all.map((provider) => [provider.id, provider]));
	return [...byId.values()].toSorted((a, b) => swedishOrder.compare(a.name, b.name));
}
