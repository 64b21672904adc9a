/** The board's table: every provider on every goal of one year and one law. Sorted by name, never by result. */
import { findDisclosureRule, type DisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import type { Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { pooledWithinGroups } from '#lib/outcomes/pooled-within-groups.ts';
import { summariseGroup } from '#lib/outcomes/mean-interval.ts';
import {
	assessCell,
	type AssessedQuestion,
	type CellAssessment,
	type TargetAudience
} from './assess-cell.ts';
import { assessFunnel, type TargetFunnel } from './funnel.ts';
import type { ItemDistribution, ScaleEnds } from './item-distribution.ts';
import { poolAnswers, type PooledAnswers } from './pool-answers.ts';
import {
	assessResponse,
	assessResponseTotal,
	type ResponseShare,
	type ResponseTotal
} from './response-share.ts';
import { isTargetOnScale } from './target-on-scale.ts';
import type { Target } from './target.ts';

/** What the question behind a goal looks like. */
export interface GoalScale extends ScaleEnds, AssessedQuestion {}

export interface AssessedGoal {
	readonly target: Target;
	readonly scale: GoalScale;
	readonly pooled: Shown<PooledAnswers>;
	/** Null when there are too few providers for one. */
	readonly funnel: TargetFunnel | null;
	/** Svarsfrekvens of the providers for which it is known, together; absent in pictures from before it was counted. */
	readonly response?: ResponseTotal | null;
}

export interface ProviderRow {
	readonly provider: { readonly id: ProviderId; readonly name: string };
	/** In the order of the goals. */
	readonly cells: readonly CellAssessment[];
	/** Svarsfrekvens, in the order of the goals; absent in pictures from before it was counted. */
	readonly responses?: readonly (ResponseShare | null)[];
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
	/** By instrument. Opened here, and nothing of it goes on that has not been through the control. */
	readonly distributions: ReadonlyMap<string, Withheld<readonly ItemDistribution[]>>;
	/** Undefined when the question does not exist in the instrument. */
	readonly scaleOf: (target: Target) => GoalScale | undefined;
	/** Whom the table is for; the board when nobody is named. */
	readonly audience?: TargetAudience;
}

interface Goal {
	readonly target: Target;
	readonly scale: GoalScale;
	readonly answers: readonly ItemDistribution[];
}

/** Judges every provider on every goal. Targets outside their question's scale are set aside, not judged. */
export function assessTargets({ targets, distributions, scaleOf, audience = 'board' }: Input): TargetTable {
	const goals = targets.flatMap((target): Goal[] => {
		const scale = scaleOf(target);
		if (!scale || !isTargetOnScale(target.thousandths, scale)) return [];
		const answers = distributions.get(target.instrumentId)?.openForControl() ?? [];
		return [{ target, scale, answers: answers.filter(({ item }) => item === target.item) }];
	});
	const rows = listProviders(goals).map((provider) => assessProvider(provider, goals, audience));
	return {
		goals: goals.map((goal, index) => {
			const rule = findDisclosureRule({ audience, isSensitive: goal.scale.isSensitive });
			const known = listKnown(goal, index, rows, rule);
			return {
				target: goal.target,
				scale: goal.scale,
				pooled: poolAnswers(known, goal.scale.scores, rule),
				funnel: assessFunnel({
					target: goal.target.thousandths / 1000,
					spreadWithin: pooledWithinGroups(known.map(summarise)),
					shown: listShown(rows, index)
				}),
				response: assessResponseTotal(listResponses(goal, index, rows), rule)
			};
		}),
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

function assessProvider(
	provider: ProviderRow['provider'],
	goals: readonly Goal[],
	audience: TargetAudience
): ProviderRow {
	const own = goals.map(({ answers }) => answersOf(provider, answers));
	const cells = goals.map(({ target, scale }, index) => assessCell(own[index], target, scale, audience));
	const judged = cells.flatMap((cell) => (cell.kind === 'shown' ? [cell.value] : []));
	return {
		provider,
		cells,
		responses: cells.map((cell, index) => assessResponse(own[index], cell)),
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

/**
 * Only the providers that are shown: with the hidden ones in the sum, their answers would be the difference. And of those
 * only the ones whose answers may be known, or else a mean and the sum together would give a small group's answers away.
 */
function listKnown(
	{ answers }: Goal,
	index: number,
	rows: readonly ProviderRow[],
	rule: DisclosureRule
): readonly ItemDistribution[] {
	return rows
		.filter(({ cells }) => {
			const cell = cells[index];
			return cell?.kind === 'shown' && cell.value.n >= rule.smallestKnownGroup;
		})
		.flatMap(({ provider }) => answersOf(provider, answers) ?? []);
}

function listShown(rows: readonly ProviderRow[], index: number) {
	return rows.flatMap(({ provider, cells }) => {
		const cell = cells[index];
		return cell?.kind === 'shown' ? [{ key: provider.id, cell: cell.value }] : [];
	});
}

function listResponses({ answers }: Goal, index: number, rows: readonly ProviderRow[]) {
	return rows.flatMap(({ provider, responses }) => {
		const [response, own] = [responses?.[index], answersOf(provider, answers)];
		return response && own ? [{ response, answers: own }] : [];
	});
}

function summarise({ distribution }: ItemDistribution): ReturnType<typeof summariseGroup> {
	return summariseGroup(distribution.map(({ score, count }) => ({ value: score, count })));
}

const swedishOrder = new Intl.Collator('sv', { numeric: true });

function listProviders(goals: readonly Goal[]): ProviderRow['provider'][] {
	const all = goals.flatMap(({ answers }) => answers.map(({ provider }) => provider));
	const byId = new Map<ProviderId, ProviderRow['provider']>(all.map((provider) => [provider.id, provider]));
	return [...byId.values()].toSorted((a, b) => swedishOrder.compare(a.name, b.name));
}
