/** "Vilka tappar vi?": how many were followed up, whether those lost were like the others, and how much it could matter. */
import {
	boundShownImproved,
	compareShownShares,
	discloseBaseline
} from '#lib/outcomes/disclosure/disclose-drop-out.ts';
import { hidden } from '#lib/outcomes/disclosure/shown.ts';
import { findStanding, followUpStandings, type FollowUpStanding } from '#lib/outcomes/follow-up-standing.ts';
import { showingLimits } from '#lib/outcomes/showing-limits.ts';
import type { ChosenScale } from './answer-question.ts';
import { countFigure } from './count-figure.ts';
import { changeFigure } from './improvement-report.ts';
import type { MaterialCase } from './material.ts';
import { pairOf } from './measured-pairs.ts';
import type {
	CountsFigure,
	DropOutComparison,
	DropOutFigure,
	FigureInput,
	ReportFigure
} from './report-figure.ts';
import type { ReportGrouping } from './report-groups.ts';

/** Days after the end that a measurement may still come within. */
const windowDays = 60;

/** What is known at the start or at the end, and may have decided who was lost (Socialstyrelsen, step 5). */
const comparedBy: readonly ReportGrouping[] = ['sex', 'age-group', 'intervention', 'ending-reason'];

const missedReasons: readonly string[] = [
	'declined',
	'not-reached',
	'broken-off',
	'taken-into-care',
	'no-interpreter',
	'forgotten',
	'not-said'
];

/** Of those measured before whose time has come: followed up or lost, whether they were alike, and why they were lost. */
export function reportLoss(input: FigureInput, measure: ChosenScale): readonly ReportFigure[] {
	const { cases, by, rule, seenOn } = input;
	const standingOf = (one: MaterialCase): FollowUpStanding =>
		findStanding(
			{
				endedOn: one.interventions[0]?.endedOn ?? null,
				hasAfter: pairOf(one, measure).after !== null,
				isOutside: one.missedAfter === 'deceased' || one.missedAfter === 'moved'
			},
			{ on: seenOn, windowDays }
		);
	const started = cases.filter((one) => pairOf(one, measure).before !== null);
	const inStanding = (wanted: FollowUpStanding) => started.filter((one) => standingOf(one) === wanted);
	const [followed, lost] = [inStanding('followed-up'), inStanding('lost')];
	const base = { rule, unit: 'cases' } as const;
	const divide = (by: ReportGrouping | null): CountsFigure =>
		countFigure({
			...base,
			key: 'lost',
			drawn: 'stack',
			names: { kind: 'words', set: 'loss' },
			rows: [...followed, ...lost],
			valuesOf: (one) => [standingOf(one)],
			order: ['followed-up', 'lost'],
			by
		});
	const flowOf = (valueOf: (one: MaterialCase) => string, order: readonly string[]): CountsFigure =>
		countFigure({
			...base,
			key: 'flow',
			drawn: 'flow',
			names: { kind: 'words', set: 'loss' },
			rows: started,
			valuesOf: (one) => [valueOf(one)],
			order,
			by: null
		});
	const flow = flowOf(standingOf, followUpStandings);
	if (isWhole(flow)) return [flow, ...figuresOfLost()];
	// Too few have left, or wait: together they may be enough. What the figures below tell would otherwise give them away.
	const flowTogether = flowOf((one) => toTold(standingOf(one)), toldTogether);
	return isWhole(flowTogether) ? [flowTogether, ...figuresOfLost()] : [flowTogether];

	function figuresOfLost(): ReportFigure[] {
		return [
			divide(by ?? 'provider'),
			compareLost(input, measure, { followed, lost, divide }),
			countFigure({
				...base,
				key: 'why-lost',
				drawn: 'bars',
				names: { kind: 'words', set: 'missed' },
				rows: lost,
				valuesOf: ({ missedAfter }) => [missedAfter ?? 'not-said'],
				order: missedReasons,
				by: null
			})
		];
	}
}

/** Whether nothing of it is hidden. */
const isWhole = ({ counts }: CountsFigure): boolean => counts.all.cells.every(({ kind }) => kind === 'shown');

/** Those whose time has not come with those who have moved or died. */
const toldTogether = ['followed-up', 'lost', 'not-yet-or-outside'] as const;

const toTold = (standing: FollowUpStanding): (typeof toldTogether)[number] =>
	standing === 'followed-up' || standing === 'lost' ? standing : 'not-yet-or-outside';

interface Compared {
	readonly followed: readonly MaterialCase[];
	readonly lost: readonly MaterialCase[];
	divide(by: ReportGrouping | null): CountsFigure;
}

/** Compares those followed up with those lost on what is known. No weighting, and no test of significance. */
function compareLost(
	input: FigureInput,
	measure: ChosenScale,
	{ followed, lost, divide }: Compared
): DropOutFigure {
	const [ofFollowed, ofLost] = divide(null).counts.all.cells;
	const baselines = (of: readonly MaterialCase[]): number[] =>
		of.flatMap((one) => pairOf(one, measure).before?.score ?? []);
	const areTold = ofFollowed?.kind === 'shown' && ofLost?.kind === 'shown';
	const baseline = discloseBaseline(baselines(followed), baselines(lost), input.rule);
	const isEnough = areTold && baseline.kind === 'shown';
	const share = ofFollowed?.kind === 'shown' ? ofFollowed.value.share : null;
	const { all } = changeFigure({ ...input, by: null }, measure).change;
	const needsBounds = share !== null && share < showingLimits.followUpShareForBounds;
	return {
		kind: 'drop-out',
		key: 'drop-out',
		followedUp: ofFollowed ?? hidden,
		lost: ofLost ?? hidden,
		comparisons: isEnough
			? [
					toComparison('baseline', '', baseline.value),
					...comparedBy.flatMap((by) => compareGroups(by, divide(by)))
				]
			: [],
		bounds:
			needsBounds && all.kind === 'shown'
				? {
						pairs: all.value.pairs,
						improved: boundShownImproved(all.value.shares?.[0], all.value.pairs, ofLost)
					}
				: null,
		direction: measure.scaleOf.direction
	};
}

/** Of two groups that are everybody the second tells the same as the first, the other way round: it is left out. */
function compareGroups(by: ReportGrouping, { counts, withUnknown }: CountsFigure): DropOutComparison[] {
	const compared = compareShownShares(counts).flatMap(({ value, difference }) =>
		difference.kind === 'shown' ? [toComparison(by, value, difference.value)] : []
	);
	const [one, other] = compared;
	if (compared.length !== 2 || !one || !other || !isOpposite(one.difference, other.difference))
		return compared;
	return [one.value === withUnknown ? other : one];
}

/** Differences of shares that add up to one: p − q, and (1 − p) − (1 − q). */
function isOpposite(one: number | null, other: number | null): boolean {
	if (one === null || other === null) return one === other;
	return Math.abs(one + other) < 1e-9;
}

function toComparison(
	by: DropOutComparison['by'],
	value: string,
	difference: number | null
): DropOutComparison {
	const isPointedOut = difference !== null && Math.abs(difference) > showingLimits.differencePointedOut;
	return { by, value, difference, isPointedOut };
}
