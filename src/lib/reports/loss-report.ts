/** "Vilka tappar vi?": how many were followed up, whether those lost were like the others, and how much it could matter. */
import {
	improvedBounds,
	standardisedDifference,
	standardisedShareDifference,
	type ImprovedBounds
} from '#lib/outcomes/drop-out.ts';
import { followUpShare, type FollowUpShare, type StartedFollowUp } from '#lib/outcomes/follow-up-share.ts';
import { groupRows } from '#lib/outcomes/group-rows.ts';
import { showingLimits } from '#lib/outcomes/showing-limits.ts';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';

export interface StartedRow extends StartedFollowUp {
	/** The score before; null = not known. */
	readonly baseline: number | null;
	readonly groups: Readonly<Record<string, readonly string[]>>;
}

export interface LossComparison {
	/** "baseline", or what is grouped by. */
	readonly by: string;
	/** Null for the baseline score. */
	readonly value: string | null;
	/** Followed up less lost, in standard deviations; null without spread. */
	readonly difference: number | null;
	readonly isPointedOut: boolean;
}

export interface LossReport {
	readonly followUp: FollowUpShare;
	/** Empty when one of the two is so few that a figure would tell about persons. */
	readonly comparisons: readonly LossComparison[];
	/** The share improved if none and if all of those lost had improved; null when enough were followed up. */
	readonly bounds: ImprovedBounds | null;
}

interface Input {
	readonly rows: readonly StartedRow[];
	readonly on: LocalDate;
	readonly windowDays: number;
	readonly groupBy: readonly { readonly by: string; readonly order: readonly string[] }[];
	/** From the improvement report of the same rows; null when it is not shown. */
	readonly improved: { readonly count: number; readonly pairs: number } | null;
}

/** Compares those followed up with those lost on what was known at the start. No weighting, and no test of significance. */
export function reportLoss({ rows, on, windowDays, groupBy, improved }: Input): LossReport {
	const followUp = followUpShare(rows, { on, windowDays });
	const due = rows.filter(
		({ endedOn, isOutside }) => !isOutside && endedOn !== null && addDays(endedOn, windowDays) < on
	);
	const followed = due.filter(({ hasAfter }) => hasAfter);
	const lost = due.filter(({ hasAfter }) => !hasAfter);
	const isEnough = Math.min(followed.length, lost.length) >= showingLimits.pairsForFigures;
	const { share } = followUp.followedUp;
	const hasBounds = improved !== null && share !== null && share < showingLimits.followUpShareForBounds;
	return {
		followUp,
		comparisons: isEnough
			? [
					compareBaseline(followed, lost),
					...groupBy.flatMap(({ by, order }) => compareShares(followed, lost, by, order))
				]
			: [],
		bounds: hasBounds ? improvedBounds(improved.count, improved.pairs, lost.length) : null
	};
}

function compareBaseline(followed: readonly StartedRow[], lost: readonly StartedRow[]): LossComparison {
	const baselines = (rows: readonly StartedRow[]): number[] =>
		rows.flatMap(({ baseline }) => (baseline === null ? [] : [baseline]));
	return toComparison('baseline', null, standardisedDifference(baselines(followed), baselines(lost)));
}

function compareShares(
	followed: readonly StartedRow[],
	lost: readonly StartedRow[],
	by: string,
	order: readonly string[]
): LossComparison[] {
	const valuesOf = (row: StartedRow): readonly string[] => row.groups[by] ?? [];
	const values = groupRows([...followed, ...lost], valuesOf, order).groups.map(({ value }) => value);
	const shareOf = (rows: readonly StartedRow[], value: string) => {
		const known = rows.filter((row) => valuesOf(row).length > 0);
		return { count: known.filter((row) => valuesOf(row).includes(value)).length, n: known.length };
	};
	return values.map((value) =>
		toComparison(by, value, standardisedShareDifference(shareOf(followed, value), shareOf(lost, value)))
	);
}

function toComparison(by: string, value: string | null, difference: number | null): LossComparison {
	return {
		by,
		value,
		difference,
		isPointedOut: difference !== null && Math.abs(difference) > showingLimits.differencePointedOut
	};
}
