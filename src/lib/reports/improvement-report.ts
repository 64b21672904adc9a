/** "Förbättras våra klienter?" and "För vem?": change from before to after, for all and for each group. */
import type { Scale } from '#lib/instruments/instrument.ts';
import { assessGroupChange, type GroupChangeAssessment } from '#lib/outcomes/assess-group-change.ts';
import type { ChangeCriterion } from '#lib/outcomes/change-shares.ts';
import { groupRows } from '#lib/outcomes/group-rows.ts';
import { summarisePairs } from '#lib/outcomes/summarise-pairs.ts';
import type { Counted, FigureFooting, ReportPeriod } from './figure-footing.ts';

/** One person's, or intervention's, two scores and what it is grouped by. */
export interface MeasuredRow {
	/** Null = not measured or no score. */
	readonly before: { readonly score: number; readonly version: string } | null;
	readonly after: { readonly score: number; readonly version: string } | null;
	/** For example `{ sex: ['female'], problem: ['alcohol', 'violence'] }`; an empty list = not known. */
	readonly groups: Readonly<Record<string, readonly string[]>>;
}

export interface ImprovementFigure {
	readonly footing: FigureFooting;
	readonly change: GroupChangeAssessment;
}

export interface ImprovementReport {
	readonly all: ImprovementFigure;
	/** For each thing grouped by: each value's own figure, in the given order. Groups are not compared by a test. */
	readonly groupings: readonly {
		readonly by: string;
		readonly groups: readonly { readonly value: string; readonly figure: ImprovementFigure }[];
		readonly unknown: number;
		/** Somebody is in several groups ("flera val möjliga"). */
		readonly isOverlapping: boolean;
	}[];
	/** Measured twice, but with different versions of the instrument: not compared, and counted as missing. */
	readonly differentVersions: number;
}

interface Input {
	readonly rows: readonly MeasuredRow[];
	readonly instrument: { readonly id: string; readonly version: string };
	readonly scale: Pick<Scale, 'direction'>;
	readonly criterion: ChangeCriterion;
	readonly counted: Counted;
	readonly period: ReportPeriod;
	readonly groupBy: readonly { readonly by: string; readonly order: readonly string[] }[];
}

/**
 * Sums up the change of all and of each group with the same rules. Scores from another version of the instrument than the
 * report's are left out (Socialstyrelsen, Systematisk uppföljning, step 5). The result goes through the disclosure control
 * before any view.
 */
export function reportImprovement(input: Input): ImprovementReport {
	const figureOf = (rows: readonly MeasuredRow[]): ImprovementFigure => toFigure(rows, input);
	return {
		all: figureOf(input.rows),
		groupings: input.groupBy.map(({ by, order }) => {
			const grouped = groupRows(input.rows, (row) => row.groups[by] ?? [], order);
			return {
				by,
				groups: grouped.groups.map(({ value, rows }) => ({ value, figure: figureOf(rows) })),
				unknown: grouped.missing.length,
				isOverlapping: grouped.isOverlapping
			};
		}),
		differentVersions: input.rows.filter(
			({ before, after }) => before && after && before.version !== after.version
		).length
	};
}

function toFigure(rows: readonly MeasuredRow[], input: Input): ImprovementFigure {
	const scoreOf = (measured: MeasuredRow['before']): number | null =>
		measured?.version === input.instrument.version ? measured.score : null;
	const change = summarisePairs({
		rows: rows.map(({ before, after }) => ({ before: scoreOf(before), after: scoreOf(after) })),
		direction: input.scale.direction,
		criterion: input.criterion
	});
	const { counted, period, instrument } = input;
	const n = change.counts.pairs;
	return {
		footing: { counted, n, missing: rows.length - n, period, instrument },
		change: assessGroupChange(change)
	};
}
