/** One figure of the board's table as a record: how it was made, from what, and what came out, so that it can be made again. */
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import type { Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { assessCell, type JudgedCell } from './assess-cell.ts';
import { assessTargets, type GoalScale, type TargetTable } from './assess-targets.ts';
import type { ItemDistribution, QuarterSize } from './item-distribution.ts';
import type { Target } from './target.ts';

/** Changed when the same answers would give another result: the rule, the interval or what is hidden. */
export const figureMethod = { name: 'target-mean', version: 1 } as const;

/** Everything the figure was made from but the answers themselves. */
export interface FigureDefinition {
	readonly method: { readonly name: string; readonly version: number };
	readonly target: Target;
	readonly instrumentVersion: string;
	readonly scale: GoalScale;
	/** The filter: one provider's answers of these quarters. */
	readonly providerId: ProviderId;
	readonly quarters: readonly Quarter[];
}

export interface TargetFigure {
	readonly definition: FigureDefinition;
	readonly result: Shown<JudgedCell>;
}

/** What is published about a group: the answers of one provider to one question, of these quarters. */
export interface PublishedCut {
	readonly instrumentId: string;
	readonly item: string;
	readonly providerId: ProviderId;
	readonly quarters: readonly Quarter[];
	/** Answers when it was published. */
	readonly n: number;
	/** Whether its answers are among those that are shown for all providers together. */
	readonly isPooled: boolean;
}

export interface DisclosedYear {
	readonly table: TargetTable;
	/** In the order of the table: provider by provider, goal by goal. */
	readonly figures: readonly TargetFigure[];
	/** Of the figures that are shown. */
	readonly cuts: readonly PublishedCut[];
	/** Answers now, by provider, question and quarter: for the difference to what has been published before, never shown. */
	readonly sizes: ReadonlyMap<string, number>;
}

interface Asked {
	readonly targets: readonly Target[];
	readonly distributions: ReadonlyMap<string, Withheld<readonly ItemDistribution[]>>;
	readonly scaleOf: (target: Target) => GoalScale | undefined;
	readonly versionOf: (target: Target) => string;
	readonly smallestKnownOf: (scale: GoalScale) => number;
}

/** The public's table of one year and act, and a record of each of its figures. */
export function discloseYear(asked: Asked): DisclosedYear {
	const table = assessTargets({ ...asked, audience: 'public' });
	const answers = [...asked.distributions].flatMap(([instrumentId, withheld]) =>
		withheld.openForControl().map((distribution) => ({ instrumentId, ...distribution }))
	);
	const cuts: PublishedCut[] = [];
	const figures = table.rows.flatMap(({ provider, cells }) =>
		table.goals.map(({ target, scale }, index): TargetFigure => {
			const { instrumentId, item } = target;
			const own = answers.find(
				(one) => one.instrumentId === instrumentId && one.item === item && one.provider.id === provider.id
			);
			const quarters = (own?.quarters ?? []).map(({ quarter }) => quarter);
			const result = cells[index] ?? assessCell(undefined, target, scale, 'public');
			if (result.kind === 'shown') {
				const { n } = result.value;
				const isPooled = n >= asked.smallestKnownOf(scale);
				cuts.push({ instrumentId, item, providerId: provider.id, quarters, n, isPooled });
			}
			const instrumentVersion = asked.versionOf(target);
			return {
				definition: {
					method: figureMethod,
					target,
					instrumentVersion,
					scale,
					providerId: provider.id,
					quarters
				},
				result
			};
		})
	);
	return { table, figures, cuts, sizes: listSizes(answers) };
}

interface Answers {
	readonly instrumentId: string;
	readonly item: string;
	readonly provider: { readonly id: ProviderId };
	readonly quarters?: readonly QuarterSize[];
}

/** What a smallest group is called: one provider's answers to one question of one quarter. */
export function partName(
	{ instrumentId, item, providerId }: Pick<PublishedCut, 'instrumentId' | 'item' | 'providerId'>,
	quarter: Quarter
): string {
	return `${instrumentId}/${item} ${providerId} ${quarter}`;
}

function listSizes(all: readonly Answers[]): ReadonlyMap<string, number> {
	return new Map(
		all.flatMap(({ instrumentId, item, provider, quarters }) =>
			(quarters ?? []).map(
				({ quarter, answers }) =>
					[partName({ instrumentId, item, providerId: provider.id }, quarter), answers] as const
			)
		)
	);
}

/** The same figure from the answers as they are now. */
export function judgeFigure(
	{ target, scale }: FigureDefinition,
	answers: Withheld<ItemDistribution | undefined>
): Shown<JudgedCell> {
	return assessCell(answers.openForControl(), target, scale, 'public');
}
